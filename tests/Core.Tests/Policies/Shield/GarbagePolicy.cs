using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>A policy that does what a test tells it.</summary>
internal sealed class GarbagePolicy : IPlacementPolicy
{
    public Func<Placement> Placing { get; set; } = () => Placement.Hold;

    public Func<Allocation> Allocating { get; set; } = () => default;

    public Action Learning { get; set; } = () => { };

    public Func<Explanation> Explaining { get; set; } = () => throw new NotSupportedException();

    public Func<bool> Replacing { get; set; } = () => false;

    public bool ReplacesOnFinish => Replacing();

    public Placement Place(in Job job, FleetView view) => Placing();

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => Allocating();

    public void Completed(in Run run, int site, double nowS) => Learning();

    public Explanation Explain(in Job job, FleetView view) => Explaining();
}
