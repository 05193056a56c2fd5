using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Host.Tests.Life;

/// <summary>Gives no answer before it is told to.</summary>
/// <param name="began">Counts its questions.</param>
/// <param name="isOver">Lets it answer.</param>
internal sealed class StallingPolicy(SemaphoreSlim began, ManualResetEventSlim isOver) : IPlacementPolicy
{
    public Placement Place(in Job job, FleetView view)
    {
        began.Release();
        isOver.Wait();
        return Placement.Hold;
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => item.Wanted;

    public Explanation Explain(in Job job, FleetView view) => new("Nothing.", "none", [], []);
}
