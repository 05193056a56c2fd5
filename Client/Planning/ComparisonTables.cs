using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Studies;

namespace ControlPlane.Client.Planning;

/// <summary>The joint plan beside others as tables. Accepted jobs and unserved inference always stand beside emissions: little is emitted where little is done.</summary>
internal static class ComparisonTables
{
    /// <summary>A row a variant, means over instances.</summary>
    /// <param name="study">The comparison.</param>
    public static Table Means(PlanStudy study)
    {
        var table = new Table($"Plans{(study.Instances.Count > 1 ? $", means of {study.Instances.Count} instances" : "")}", [
            Column.Words("plan", "plan"), new("benefit_usd", "benefit", "USD"), new("percent_of_joint", "of joint", "%"), new("energy_bill_usd", "energy bill", "USD"), new("jobs_run", "jobs run"),
            new("jobs_offered", "of"), new("unserved_gpu_h", "unserved", "GPU-h"), new("emissions_t", "emissions", "t"), new("over_budget_t", "above budget", "t"), new("gap_percent", "gap", "%"),
            new("broken_rules", "broken rules"), Column.Words("leaves_out", "what it is")])
        {
            Notes =
            [
                "Every plan is replayed and judged by the same objective. The energy bill is what energy and its carbon cost: the part that scheduling lowers without refusing work. "
                + "Emissions mean something only beside the jobs that run and the inference that is served.",
            ],
        };
        foreach (var variant in study.Variants)
        {
            var runs = study.Of(variant);
            double Mean(Func<PlanRun, double> of) => runs.Count == 0 ? double.NaN : runs.Average(of);
            table.Add(
                Cell.Of(VariantNames.Of(variant)), Cell.Of(Mean(r => r.Result.Account!.Money.BenefitUsd), 0), Cell.Of(100 * Mean(study.ShareOfJoint), 1), Cell.Of(Mean(r => r.Result.Account!.Money.EnergyBillUsd), 0),
                Cell.Of(Mean(r => r.Result.Account!.JobsRun), study.Instances.Count > 1 ? 1 : 0), Cell.Of(Mean(r => r.Result.Account!.JobsOffered), 0), Cell.Of(Mean(r => r.Result.Account!.UnservedGpuH), 1),
                Cell.Of(Mean(r => r.Result.Account!.EmissionsT), 2), Cell.Of(Mean(r => r.Result.Account!.OverBudgetT), 2), Cell.Of(100 * Mean(r => Finite(r.Result.Gap)), 3),
                Cell.Of(Mean(r => r.Result.Account!.Violations.Count), 0), Cell.Of(VariantNames.Summary(variant)));
        }

        return table;
    }

    /// <summary>A row an instance and variant, for programs.</summary>
    /// <param name="study">The comparison.</param>
    public static Table Runs(PlanStudy study)
    {
        var table = new Table("", [
            Column.Words("instance", ""), Column.Words("plan", ""), new("benefit_usd", ""), new("percent_of_joint", ""), new("energy_bill_usd", ""), new("jobs_run", ""), new("jobs_offered", ""),
            new("unserved_gpu_h", ""), new("demand_gpu_h", ""), new("emissions_t", ""), new("over_budget_t", ""), new("curtailed_mwh", ""), new("bound_usd", ""), new("time_s", ""), Column.Words("solver", ""),
            new("broken_rules", "")]);
        foreach (var run in study.Runs)
        {
            var (result, account) = (run.Result, run.Result.Account);
            table.Add(
                Cell.Of(run.Instance.Name), Cell.Of(VariantNames.Of(result.Variant)), Cell.Of(account?.Money.BenefitUsd ?? double.NaN, 4), Cell.Of(100 * study.ShareOfJoint(run), 3),
                Cell.Of(account?.Money.EnergyBillUsd ?? double.NaN, 4), Cell.Of(account?.JobsRun ?? double.NaN, 0), Cell.Of(run.Instance.Jobs.Count), Cell.Of(account?.UnservedGpuH ?? double.NaN, 3),
                Cell.Of(account?.DemandGpuH ?? double.NaN, 3), Cell.Of(account?.EmissionsT ?? double.NaN, 5), Cell.Of(account?.OverBudgetT ?? double.NaN, 5), Cell.Of(account?.CurtailedMwh ?? double.NaN, 4),
                Cell.Of(Finite(result.BoundUsd), 4), Cell.Of(result.Time.TotalSeconds, 3), Cell.Of(result.Solver), Cell.Of(account?.Violations.Count ?? double.NaN, 0));
        }

        return table;
    }

    /// <summary>A row an instance and carbon budget.</summary>
    /// <param name="study">The comparison.</param>
    public static Table Sweep(PlanStudy study)
    {
        var table = new Table("Carbon budgets", [
            Column.Words("instance", "instance"), new("budget_percent", "budget", "%"), new("budget_t", "budget", "t"), new("benefit_usd", "benefit", "USD"), new("change_percent", "change", "%"),
            new("energy_bill_usd", "energy bill", "USD"), new("jobs_run", "jobs run"), new("jobs_offered", "of"), new("unserved_gpu_h", "unserved", "GPU-h"), new("emissions_t", "emissions", "t"),
            new("over_budget_t", "above budget", "t"), new("carbon_usd_per_t", "worth of a tonne", "USD")])
        {
            Notes = ["Budgets are shares of what the joint plan without budget and price of carbon emits; carbon has no price here. Change: of the benefit against that plan."],
        };
        foreach (var point in study.Sweep)
        {
            var (account, unbound) = (point.Result.Account, point.Unbound.Account!.Money.BenefitUsd);
            table.Add(
                Cell.Of(point.Instance), Cell.Of(100 * point.Share, 0), Cell.Of(point.BudgetT, 3), Cell.Of(account?.Money.BenefitUsd ?? double.NaN, 0),
                Cell.Of(Rounded(100 * (account?.Money.BenefitUsd - unbound) / Math.Max(1e-9, Math.Abs(unbound)) ?? double.NaN), 2), Cell.Of(account?.Money.EnergyBillUsd ?? double.NaN, 0),
                Cell.Of(account?.JobsRun ?? double.NaN, 0), Cell.Of(point.Unbound.Account.JobsOffered), Cell.Of(account?.UnservedGpuH ?? double.NaN, 1), Cell.Of(account?.EmissionsT ?? double.NaN, 3),
                Cell.Of(account?.OverBudgetT ?? double.NaN, 3), Cell.Of(Rounded(point.Result.Prices?.CarbonUsdPerT ?? double.NaN), 2));
        }

        return table;
    }

    /// <summary>Everything for programs.</summary>
    /// <param name="study">The comparison.</param>
    public static JsonObject Json(PlanStudy study) => new()
    {
        ["kind"] = "plan-comparison",
        ["version"] = 1,
        ["runs"] = JsonText.Rows(Runs(study)),
        ["sweep"] = JsonText.Rows(Sweep(study)),
    };

    // What is less than half of the last digit shown has no sign.
    private static double Rounded(double value) => Math.Abs(value) < 0.005 ? 0 : value;

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
