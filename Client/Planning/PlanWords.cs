using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;

namespace ControlPlane.Client.Planning;

/// <summary>Instances, plans and progress in a line.</summary>
internal static class PlanWords
{
    /// <summary>What is planned for.</summary>
    /// <param name="instance">The instance.</param>
    public static string Of(JointInstance instance) =>
        $"{instance.Name}: {Show.Count(instance.Sites.Count, "site")}, {Show.Count(instance.Slots, "slot")} of {Show.Duration(3600 * instance.SlotHours)}, {Show.Count(instance.Jobs.Count, "job")}, "
        + $"{instance.Classes.Count} inference class{(instance.Classes.Count == 1 ? "" : "es")}; carbon {instance.Carbon.UsdPerT:0.##} USD/t, "
        + (instance.Carbon.BudgetT is { } budget ? $"budget {budget:0.###} t." : "no budget.");

    /// <summary>What came out: benefit, gap and solver, then work and emissions.</summary>
    /// <param name="result">A plan with its replay.</param>
    /// <param name="account">The replay.</param>
    public static IReadOnlyList<string> Of(JointResult result, PlanAccount account) =>
    [
        $"Plan {VariantNames.Of(result.Variant)} by {result.Solver}{(result.Time > TimeSpan.Zero ? $" in {Show.Duration(result.Time.TotalSeconds)}" : "")}: benefit {account.Money.BenefitUsd:0.00} USD, {Gap(result)}.",
        $"{account.JobsRun} of {Show.Count(account.JobsOffered, "job")} run; {account.UnservedGpuH:0.#} of {account.DemandGpuH:0.#} GPU-h of inference not served ({Percent(account.UnservedGpuH, account.DemandGpuH)}); "
            + $"energy {account.Money.EnergyBillUsd:0.00} USD; {account.EmissionsT:0.###} t CO2{(account.OverBudgetT > 1e-9 ? $", {account.OverBudgetT:0.###} t above the budget" : "")}.",
    ];

    /// <summary>How far planning has come.</summary>
    /// <param name="progress">Progress.</param>
    public static string Of(PlanProgress progress)
    {
        var gap = progress.BoundUsd - progress.IncumbentUsd;
        var share = double.IsFinite(gap) ? $", gap {100 * Math.Max(0, gap) / Math.Max(1e-9, Math.Abs(progress.IncumbentUsd)):0.###} %" : "";
        return $"{progress.Stage}: {Usd("benefit", progress.IncumbentUsd)}, {Usd("bound", progress.BoundUsd)}{share}, {Show.Duration(Math.Round(progress.Time.TotalSeconds, 1))}";
    }

    /// <summary>How far a plan can be from the best.</summary>
    /// <param name="result">A plan.</param>
    public static string Gap(JointResult result) =>
        double.IsFinite(result.GapUsd) ? $"at most {result.GapUsd:0.00} USD ({100 * result.Gap:0.###} %) below the best" : "how far below the best is not known";

    private static string Usd(string what, double usd) => double.IsFinite(usd) ? $"{what} {usd:0.00} USD" : $"no {what} yet";

    private static string Percent(double part, double whole) => whole > 0 ? $"{100 * part / whole:0.##} %" : "0 %";
}
