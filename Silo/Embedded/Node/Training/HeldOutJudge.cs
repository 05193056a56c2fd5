using System.Globalization;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>Measures a model and the version that decides in the same simulated hours of the node's own fleet, at the load that was seen.</summary>
/// <param name="scenario">The fleet and its load.</param>
/// <param name="jobs">Jobs of a run, about.</param>
/// <param name="catalog">The policies that there are.</param>
internal sealed class HeldOutJudge(Scenario scenario, int jobs, IReadOnlyList<PolicyDescriptor> catalog) : ISnapshotJudge
{
    private const double DefaultBudgetS = 1250;
    private const double LeastLoad = 0.05;
    private const double MostLoad = 2;
    private const double LeastHorizonS = 3600;
    private const double MostHorizonS = 7 * 86_400;

    /// <inheritdoc/>
    public (double Model, double Deciding, double ModelEnergyAbove) Measure(ILearnedModel model, PolicySpec deciding, double unitsPerS, CancellationToken cancellation)
    {
        var offered = OfferedLoad.Of(scenario);
        var load = Math.Clamp(unitsPerS / offered.UnitsPerS, LeastLoad, MostLoad);
        var plan = new HeldOutPlan
        {
            BudgetsS = [BudgetS(deciding.Settings.GetValueOrDefault("budget"))],
            Loads = [load],
            HorizonS = Math.Clamp(jobs / (offered.JobsPerS * load), LeastHorizonS, MostHorizonS),
        };
        var result = HeldOut.Measure(scenario, plan, (context, _) => PolicyCatalog.Create(deciding, context, catalog), cancellation);
        var found = HeldOut.Measure(scenario, plan, model, cancellation);
        // What keeps no budget is not the worse for being above one.
        return (found.Score, KeepsBudget(deciding) ? result.Score : result.Main, found.Main);
    }

    private bool KeepsBudget(PolicySpec policy) => PolicyCatalog.Find(policy.Name, catalog)?.Parameters.Any(p => p.Name == "budget") == true;

    private static double BudgetS(string? text) => text switch
    {
        null => DefaultBudgetS,
        "none" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
