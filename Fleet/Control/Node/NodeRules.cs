using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>What decides for a node: its host's policy, behind the shield.</summary>
/// <param name="Placement">Chooses sites.</param>
/// <param name="Allocation">Chooses GPUs and clock.</param>
public readonly record struct NodeRules(IPlacementRule Placement, IAllocationRule Allocation)
{
    /// <summary>What decides about the canary's jobs; null where the host has none: then the others do.</summary>
    public (IPlacementRule Placement, IAllocationRule Allocation)? Canary { get; init; }

    /// <summary>Sees placement decisions; null for nobody.</summary>
    public IDecisionWatcher? Watcher { get; init; }

    /// <summary>Hears of the runs that end; null for nobody.</summary>
    public IRunWatcher? Runs { get; init; }

    internal IPlacementRule PlacementFor(bool isCanary) => isCanary ? Canary!.Value.Placement : Placement;

    internal IAllocationRule AllocationFor(bool isCanary) => isCanary ? Canary!.Value.Allocation : Allocation;
}
