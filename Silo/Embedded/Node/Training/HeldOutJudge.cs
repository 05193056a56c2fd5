using System.Globalization;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>Measures a model and the version that decides in the same simulated hours of the node's own fleet, at the load that was seen.</summary>
/// <param name="settings">The scenario, and how much of it.</param>
/// <param name="catalog">The policies that there are.</param>
internal sealed class HeldOutJudge(TrainerSettings settings, IReadOnlyList<PolicyDescriptor> catalog)
{
    private const double DefaultBudgetS = 1250;
    private const double LeastLoad = 0.05;
    private const double MostLoad = 2;
    private const double LeastHorizonS = 3600;
    private const double MostHorizonS = 7 * 86_400;

    /// <summary>The budget of a policy as its settings write it; null where they do not.</summary>
    /// <param name="policy">The policy.</param>
    public static string? BudgetOf(PolicySpec policy) => policy.Settings.GetValueOrDefault("budget");

    /// <summary>Measures both.</summary>
    /// <param name="model">The model.</param>
    /// <param name="deciding">The policy that decides.</param>
    /// <param name="unitsPerS">The load that was seen, units/s.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Two results. Of a policy that keeps no budget, what it is above one does not count.</returns>
    public (HeldOutResult Model, HeldOutResult Deciding) Measure(ILearnedModel model, PolicySpec deciding, double unitsPerS, CancellationToken cancellation)
    {
        var offered = OfferedLoad.Of(settings.Scenario);
        var load = Math.Clamp(unitsPerS / offered.UnitsPerS, LeastLoad, MostLoad);
        var plan = new HeldOutPlan
        {
            BudgetsS = [BudgetS(BudgetOf(deciding))],
            Loads = [load],
            HorizonS = Math.Clamp(settings.HeldOutJobs / (offered.JobsPerS * load), LeastHorizonS, MostHorizonS),
        };
        var result = HeldOut.Measure(settings.Scenario, plan, (context, _) => PolicyCatalog.Create(deciding, context, catalog), cancellation);
        return (HeldOut.Measure(settings.Scenario, plan, model, cancellation), KeepsBudget(deciding) ? result : result with { OverBudgetPercent = 0 });
    }

    private bool KeepsBudget(PolicySpec policy) => PolicyCatalog.Find(policy.Name, catalog)?.Parameters.Any(p => p.Name == "budget") == true;

    private static double BudgetS(string? text) => text switch
    {
        null => DefaultBudgetS,
        "none" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
