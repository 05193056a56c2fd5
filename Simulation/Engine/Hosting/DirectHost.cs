using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>The entities are objects of this process, and an operation is a method call.</summary>
public sealed class DirectHost : IFleetHost
{
    /// <summary>The one instance that is needed.</summary>
    public static DirectHost Instance { get; } = new();

    /// <inheritdoc/>
    public IHostedFleet Open(FleetSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var view = new FleetView(setup.Model);
        var policy = PolicyCatalog.Create(
            setup.Policy,
            new PolicyContext(view, new RandomStream(setup.Seed, "policy"), setup.Shared, setup.MeanSizeUnits, setup.LoadUnitsPerS));
        IPlacementRule placement = setup.Observer is { } observer ? new ObservedPlacement(policy, observer) : policy;
        return new DirectFleet(
            new DirectSites(setup.Model, policy),
            new DirectIngresses(setup.Model, placement, view),
            new DirectPolicy(policy, placement, view));
    }
}
