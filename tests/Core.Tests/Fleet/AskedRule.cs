using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet;

/// <summary>Notes about which jobs it is asked and lets all of them wait.</summary>
internal sealed class AskedRule(List<long> asked) : IAllocationRule
{
    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        asked.Add(item.Job.Id.Value);
        return default;
    }
}
