using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>The entities are objects of this process, and an operation is a method call. Every policy decides behind a shield.</summary>
/// <param name="make">Makes the policy of a run, for policies outside the catalogue; null = by the catalogue.</param>
/// <param name="limits">
/// The limits of the shield; null for no budget and no greatest age, so that what a run gives does not depend on the speed of the machine.
/// </param>
public sealed class DirectHost(Func<PolicySpec, PolicyContext, IPlacementPolicy>? make = null, ShieldOptions? limits = null) : IFleetHost
{
    private readonly Func<PolicySpec, PolicyContext, IPlacementPolicy> _make = make ?? PolicyCatalog.Create;

    /// <summary>The host of the catalogue's policies.</summary>
    public static DirectHost Instance { get; } = new();

    /// <inheritdoc/>
    public IHostedFleet Open(FleetSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var view = new FleetView(setup.Model);
        var context = new PolicyContext(view, new RandomStream(setup.Seed, "policy"), setup.Shared, setup.MeanSizeUnits, setup.LoadUnitsPerS);
        var policy = ShieldedPolicy.Around(_make(setup.Policy, context), setup.Fallback, context, new RandomStream(setup.Seed, "fallback"), limits);
        if (setup.Observer is { } watcher)
            policy.Log.Watcher = watcher.Intervened;
        IPlacementRule placement = setup.Observer is { } observer ? new ObservedPlacement(policy, observer) : policy;
        var shadow = setup.Shadow is { } beside ? new ShadowBeside(view, mine => Shadow(setup, beside, mine), setup.MeanSizeUnits) : null;
        if (shadow is not null)
            placement = new ShadowedPlacement(placement, policy, shadow, setup.Model.SiteCount);
        return new DirectFleet(
            new DirectSites(setup.Model, policy),
            new DirectIngresses(setup.Model, placement, view),
            new DirectPolicy(policy, placement, view, shadow));
    }

    // With streams of its own: what it draws must not change what the workload or the policy that decides draws.
    private ShieldedPolicy Shadow(FleetSetup setup, PolicySpec spec, FleetView mine)
    {
        var context = new PolicyContext(mine, new RandomStream(setup.Seed, "shadow"), Shared: null, setup.MeanSizeUnits, setup.LoadUnitsPerS);
        return ShieldedPolicy.Around(_make(spec, context), setup.Fallback, context, new RandomStream(setup.Seed, "shadow/fallback"), limits);
    }
}
