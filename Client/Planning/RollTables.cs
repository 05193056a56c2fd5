using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Planning;

/// <summary>Planning again and again as tables.</summary>
internal static class RollTables
{
    private static readonly (Column Column, int Decimals, Func<PlanAccount, double> Of)[] Figures =
    [
        (new("benefit_usd", "benefit", "USD"), 0, a => a.Money.BenefitUsd), (new("energy_bill_usd", "energy bill", "USD"), 0, a => a.Money.EnergyBillUsd), (new("jobs_run", "jobs run"), 0, a => a.JobsRun),
        (new("jobs_offered", "of"), 0, a => a.JobsOffered), (new("unserved_gpu_h", "unserved", "GPU-h"), 1, a => a.UnservedGpuH), (new("emissions_t", "emissions", "t"), 2, a => a.EmissionsT),
        (new("over_budget_t", "above budget", "t"), 2, a => a.OverBudgetT), (new("broken_rules", "broken rules"), 0, a => a.Violations.Count),
    ];

    private static readonly Column Share = new("percent_of_foresight", "of foresight", "%");

    /// <summary>A row a plan: means over the instances, with their 95 % intervals where there are several.</summary>
    /// <param name="study">The runs.</param>
    public static Table Means(RollStudy study)
    {
        var many = study.Runs.Count > 1;
        var table = new Table("", [Column.Words("plan", "plan"), Share, .. Figures.Select(f => f.Column)])
        {
            Notes = [$"{(many ? $"Means of {study.Runs.Count} instances +- 95 % interval. " : "")}Every row is a replay with everything as it really was."],
        };
        for (var plan = 0; plan < RollRun.Names.Count; plan++)
            table.Add([Cell.Of(RollRun.Names[plan]), Estimated(Percent(study, plan), 2), .. Figures.Select(f => Estimated(study.Of(plan, f.Of), many && f.Decimals == 0 && f.Column.Name != "benefit_usd" ? 1 : f.Decimals))]);
        return table;
    }

    /// <summary>A row an instance and plan, for programs.</summary>
    /// <param name="study">The runs.</param>
    public static Table Runs(RollStudy study)
    {
        var table = new Table("", [Column.Words("instance", ""), new("forecast_seed", ""), Column.Words("plan", ""), Share, .. Figures.Select(f => f.Column), new("plans", ""), new("missed", ""), new("time_s", "")]);
        foreach (var run in study.Runs)
        {
            foreach (var (account, plan) in run.Accounts.Select((account, plan) => (account, plan)))
            {
                var (plans, missed, time) = plan switch { 0 => (1, account is null ? 1 : 0, run.Foresight.Time), 1 => (run.Rolled.Plans, run.Rolled.Missed, run.Rolled.PlanningTime), _ => (0, 0, TimeSpan.Zero) };
                table.Add([
                    Cell.Of(run.Instance.Name), Cell.Of(run.ForecastSeed), Cell.Of(RollRun.Names[plan]), Cell.Of(100 * run.ShareOfForesight(account), 3),
                    .. Figures.Select(f => Cell.Of(account is null ? double.NaN : f.Of(account), 4)), Cell.Of(plans), Cell.Of(missed), Cell.Of(time.TotalSeconds, 3)]);
            }
        }

        return table;
    }

    /// <summary>A row an instance and plan on the way.</summary>
    /// <param name="study">The runs.</param>
    public static Table Solves(RollStudy study)
    {
        var table = new Table("", [
            Column.Words("instance", ""), new("slot", ""), new("slots_ahead", ""), new("time_s", ""), new("planned_benefit_usd", ""), new("gap_usd", ""), new("gap_percent", ""), Column.Words("solver", ""), Column.Words("message", "")]);
        foreach (var (run, solve) in study.Runs.SelectMany(run => run.Rolled.Solves.Select(solve => (run, solve))))
        {
            var result = solve.Result;
            table.Add(
                Cell.Of(run.Instance.Name), Cell.Of(solve.Slot), Cell.Of(solve.Slots), Cell.Of(result.Time.TotalSeconds, 3), Cell.Of(result.Account?.Money.BenefitUsd ?? double.NaN, 4),
                Cell.Of(Finite(result.GapUsd), 4), Cell.Of(100 * Finite(result.Gap), 5), Cell.Of(result.Solver), Cell.Of(result.Message ?? ""));
        }

        return table;
    }

    /// <summary>A row an instance, plan and slot: what it earned and served.</summary>
    /// <param name="study">The runs.</param>
    public static Table Slots(RollStudy study)
    {
        var table = new Table("", [Column.Words("instance", ""), Column.Words("plan", ""), new("slot", ""), new("benefit_usd", ""), new("demand_gpus", ""), new("served_gpus", ""), new("training_gpus", ""), new("stored_mwh", ""), new("emissions_t", "")]);
        foreach (var run in study.Runs)
        {
            foreach (var (account, plan) in run.Accounts.Select((account, plan) => (account, plan)).Where(x => x.account is not null))
            {
                for (var t = 0; t < run.Instance.Slots; t++)
                {
                    double Sum(Func<SiteAccount, IReadOnlyList<double>> of) => account!.Sites.Sum(site => of(site)[t]);
                    table.Add(
                        Cell.Of(run.Instance.Name), Cell.Of(RollRun.Names[plan]), Cell.Of(t), Cell.Of(account!.BenefitUsd[t], 4), Cell.Of(run.Instance.Classes.Sum(k => k.DemandGpus[t]), 3), Cell.Of(Sum(s => s.InferenceGpus), 3),
                        Cell.Of(Sum(s => s.TrainingGpus), 3), Cell.Of(Sum(s => s.StoredMwh), 4), Cell.Of(Sum(s => s.EmissionsT), 5));
                }
            }
        }

        return table;
    }

    /// <summary>Everything for programs.</summary>
    /// <param name="study">The runs.</param>
    public static JsonObject Json(RollStudy study) => new()
    {
        ["kind"] = "plan-roll",
        ["version"] = 1,
        ["plans"] = JsonText.Array(RollRun.Names.Select((name, plan) => Json(study, name, plan))),
        ["runs"] = JsonText.Rows(Runs(study)),
        ["solves"] = JsonText.Rows(Solves(study)),
    };

    private static JsonObject Json(RollStudy study, string name, int plan)
    {
        var item = new JsonObject { ["plan"] = name, [Share.Name] = Json(Percent(study, plan)) };
        foreach (var figure in Figures)
            item[figure.Column.Name] = Json(study.Of(plan, figure.Of));
        return item;
    }

    private static JsonObject Json(Estimate estimate) =>
        new() { ["mean"] = JsonText.Number(estimate.Mean), ["ci95_half_width"] = JsonText.Number(estimate.HalfWidth), ["instances"] = estimate.Count };

    private static Estimate Percent(RollStudy study, int plan)
    {
        var share = study.ShareOfForesight(plan);
        return new Estimate(100 * share.Mean, 100 * share.HalfWidth, share.Count);
    }

    private static Cell Estimated(Estimate estimate, int decimals) =>
        new(double.IsNaN(estimate.HalfWidth) ? Show.Number(estimate.Mean, decimals) : $"{Show.Number(estimate.Mean, decimals)} +- {Show.Number(estimate.HalfWidth, decimals)}", estimate.Mean);

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
