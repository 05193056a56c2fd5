using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Studies;

/// <summary>Which policies to run on a scenario, with which seeds. Every policy sees the same arrivals and sizes for the same seed.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Policies">The policies, in the order of tables.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Parallelism">Runs side by side, ≥ 1; has no influence on results.</param>
/// <param name="Frontier">Whether each run is compared with the energy-service frontier at its realised load.</param>
public sealed record StudyPlan(
    Scenario Scenario,
    IReadOnlyList<PolicySpec> Policies,
    IReadOnlyList<long> Seeds,
    int Parallelism,
    bool Frontier = true)
{
    /// <summary>Where the entities of the runs live.</summary>
    public IFleetHost Host { get; init; } = DirectHost.Instance;

    /// <summary>A policy that is asked about every decision of the others, without effect; null for none.</summary>
    public PolicySpec? Shadow { get; init; }
}
