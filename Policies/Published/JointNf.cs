using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// JointNF as published: the GPU count and clock with the least energy per unit over the whole grid, without a deadline. Since energy
/// per unit grows with the count, the count is always 1 (spec a.1).
/// </summary>
public sealed class JointNf : UniformRouting
{
    private readonly Allocation[] _best;

    /// <summary>Searches the grid of every site once.</summary>
    /// <param name="context">What the policy is made with.</param>
    public JointNf(PolicyContext context)
        : base(context) => _best = [.. Context.Model.Tables.Select(t => t.LeastEnergy())];

    /// <inheritdoc/>
    protected override string AllocationInWords => "It gets the GPU count and clock with the least energy per unit.";

    /// <inheritdoc/>
    public override Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var best = _best[site.Site];
        return best with { Gpus = Math.Min(best.Gpus, site.FreeGpus) };
    }
}
