using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>What decides for a node: its host's policy, behind the shield.</summary>
/// <param name="Placement">Chooses sites.</param>
/// <param name="Allocation">Chooses GPUs and clock.</param>
public readonly record struct NodeRules(IPlacementRule Placement, IAllocationRule Allocation);
