using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>Decides, at the moment a job may start at a site, how many GPUs and which clock it gets.</summary>
public interface IAllocationRule
{
    /// <summary>The allocation for a job that may start now.</summary>
    /// <param name="item">The job.</param>
    /// <param name="site">The site's own, fresh status; at least one GPU is free.</param>
    /// <returns>1 to min(free, most per job) GPUs and a clock level; <c>default</c> (0 GPUs) lets the job wait on.</returns>
    Allocation Allocate(in WorkItem item, in SiteStatus site);
}
