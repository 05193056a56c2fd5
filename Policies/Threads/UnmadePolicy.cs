using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Threads;

/// <summary>Stands for a policy that cannot be made, for example because a later build does not read its model: every decision of it fails with the reason.</summary>
/// <param name="reason">Why.</param>
public sealed class UnmadePolicy(Exception reason) : IPlacementPolicy
{
    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view) => throw Failed();

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => throw Failed();

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view) => throw Failed();

    private InvalidOperationException Failed() => new($"the policy cannot be made: {reason.Message}", reason);
}
