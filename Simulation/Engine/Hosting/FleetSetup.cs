using ControlPlane.Fleet;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>What the entities of a run are made with.</summary>
/// <param name="Model">The fleet.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Shared">The one stream of a run in the published order of draws, from which the event loop draws too; null otherwise.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s.</param>
/// <param name="Observer">Sees every decision of the policy; null for none.</param>
public sealed record FleetSetup(
    FleetModel Model,
    PolicySpec Policy,
    long Seed,
    PythonRandom? Shared,
    double MeanSizeUnits,
    double LoadUnitsPerS,
    IDecisionObserver? Observer)
{
    /// <summary>Decides where the policy's own decision cannot take effect.</summary>
    public PolicySpec Fallback { get; init; } = ShieldedPolicy.DefaultFallback;

    /// <summary>Asked about every decision too, without effect; null for none.</summary>
    public PolicySpec? Shadow { get; init; }
}
