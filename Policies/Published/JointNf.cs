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
        : base(context) => _best = [.. Context.Model.Tables.Select(LeastEnergy)];

    /// <inheritdoc/>
    protected override string AllocationInWords => "It gets the GPU count and clock with the least energy per unit.";

    /// <inheritdoc/>
    public override Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var best = _best[site.Site];
        return best with { Gpus = Math.Min(best.Gpus, site.FreeGpus) };
    }

    private static Allocation LeastEnergy(OperatingTable table)
    {
        var best = new Allocation(1, 0);
        for (var gpus = 1; gpus <= table.MaxGpus; gpus++)
        {
            for (var level = 0; level < table.Levels; level++)
            {
                var candidate = new Allocation(gpus, level);
                if (table.JoulesPerUnit(candidate) < table.JoulesPerUnit(best))
                    best = candidate;
            }
        }

        return best;
    }
}
