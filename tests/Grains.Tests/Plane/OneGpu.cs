using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Gives every job a GPU at full clock while there is one.</summary>
internal sealed class OneGpu : IAllocationRule
{
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => site.FreeGpus > 0 ? new Allocation(1, 1) : default;
}
