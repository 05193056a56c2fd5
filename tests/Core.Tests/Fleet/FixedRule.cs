using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet;

/// <summary>Gives every job the same GPUs and clock level; with <c>exactly</c> a job waits until all of them are free.</summary>
internal sealed class FixedRule(int gpus, int level = 1, bool exactly = false) : IAllocationRule
{
    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        if (exactly && site.FreeGpus < gpus)
            return default;
        return new Allocation(Math.Min(gpus, site.FreeGpus), level);
    }
}
