using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// DP as published: as many GPUs as are free, up to the limit of a job, at clock 0.6 (not the default clock that the paper's text names; spec
/// b.7); with one free GPU at the greater of the default clock and 0.6.
/// </summary>
/// <param name="context">What the policy is made with.</param>
public sealed class DefaultPolicy(PolicyContext context) : UniformRouting(context)
{
    private const double Clock = 0.6;

    /// <inheritdoc/>
    protected override string AllocationInWords => "It gets as many GPUs as are free, at clock 0.6.";

    /// <inheritdoc/>
    public override Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var table = Context.Model.Tables[site.Site];
        var clock = site.FreeGpus >= 2 ? Clock : Math.Max(Context.Model.Sites[site.Site].DefaultClock, Clock);
        return new Allocation(Math.Min(site.FreeGpus, table.MaxGpus), table.LevelAtLeast(clock));
    }
}
