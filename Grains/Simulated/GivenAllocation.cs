using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// The rule at a site whose answer the policy grain gave beforehand. The site asks only where it said that it would; anything else is a defect.
/// </summary>
/// <param name="given">The answer; null when the site said that it would not ask.</param>
internal sealed class GivenAllocation(Allocation? given) : IAllocationRule
{
    public Allocation Allocate(in WorkItem item, in SiteStatus site) =>
        given ?? throw new InvalidOperationException($"Site {site.Site} asks about job {item.Job.Id} and said that it would not.");
}
