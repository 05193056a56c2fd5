using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>Gives a job what it wants as far as it is free; every other job waits until all of it is.</summary>
internal sealed class WantedRule : IAllocationRule
{
    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var most = Math.Min(item.Wanted.Gpus, site.UpGpus);
        var waits = item.Job.Id.Value % 2 == 0 && site.FreeGpus < most;
        return waits ? default : new Allocation(Math.Min(most, site.FreeGpus), item.Wanted.ClockLevel);
    }
}
