using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Client.Planning;

/// <summary>A plan as tables.</summary>
internal static class PlanTables
{
    /// <summary>A row a job: where and when it runs.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="plan">The plan.</param>
    public static Table Jobs(JointInstance instance, JointPlan plan)
    {
        var table = new Table("Jobs", [
            Column.Words("job", "job"), Column.Words("site", "site"), new("start_h", "start", "h"), new("end_h", "end", "h"), new("release_h", "from", "h"), new("deadline_h", "until", "h"),
            new("gpus", "GPUs"), new("gpu_h", "work", "GPU-h"), new("value_usd", "value", "USD")])
        {
            Notes = ["Hours from the beginning of the horizon. A job without a site does not run."],
        };
        for (var j = 0; j < instance.Jobs.Count; j++)
        {
            var (job, hours) = (instance.Jobs[j], instance.SlotHours);
            var start = plan.Starts[j];
            table.Add(
                Cell.Of(job.Name), start is { } s ? Cell.Of(instance.Sites[s.Site].Name) : new Cell("does not run", null, CellMark.Bad),
                Cell.Of(start?.Slot * hours ?? double.NaN, 2), Cell.Of((start?.Slot + job.LengthSlots) * hours ?? double.NaN, 2), Cell.Of(job.ReleaseSlot * hours, 2), Cell.Of(job.DeadlineSlot * hours, 2),
                Cell.Of(job.Gpus, 0), Cell.Of(job.Gpus * job.LengthSlots * hours, 1), Cell.Of(job.ValueUsd, 2));
        }

        return table;
    }

    /// <summary>What the plan earns and costs.</summary>
    /// <param name="money">The money.</param>
    public static Table Money(PlanMoney money)
    {
        var table = new Table("Money", [Column.Words("item", "item"), new("usd", "over the horizon", "USD")]) { Notes = ["Costs are negative. The energy bill is what energy and its carbon cost."] };
        (string Item, double Usd)[] rows =
        [
            ("jobs that run", money.JobsUsd), ("served inference", money.InferenceUsd), ("inference not served", -money.UnservedUsd), ("below the least share", -money.ShortfallUsd),
            ("import", -money.ImportUsd), ("export", money.ExportUsd), ("units", -money.UnitsUsd), ("battery wear", -money.WearUsd), ("curtailment", -money.CurtailmentUsd),
            ("carbon", -money.CarbonUsd), ("above the carbon budget", -money.CarbonSlackUsd), ("left in batteries", money.EndUsd),
        ];
        foreach (var (item, usd) in rows.Where(r => r.Usd != 0))
            table.Add(Cell.Of(item), Cell.Of(usd, 2));
        table.Add(Cell.Of("benefit"), Cell.Of(money.BenefitUsd, 2));
        table.Add(Cell.Of("of it energy bill"), Cell.Of(-money.EnergyBillUsd, 2));
        return table;
    }

    /// <summary>The solves on the way.</summary>
    /// <param name="result">The plan.</param>
    public static Table Stages(JointResult result)
    {
        var table = new Table("Solves", [
            Column.Words("stage", "stage"), new("columns", "columns"), new("integers", "whole numbers"), new("time_s", "time", "s"), new("benefit_usd", "benefit", "USD"), Column.Words("outcome", "outcome")]);
        foreach (var stage in result.Stages)
            table.Add(Cell.Of(stage.Name), Cell.Of(stage.Columns), Cell.Of(stage.Integers), Cell.Of(stage.Time.TotalSeconds, 2), Cell.Of(stage.BenefitUsd, 2), Cell.Of(stage.Outcome));
        return table;
    }
}
