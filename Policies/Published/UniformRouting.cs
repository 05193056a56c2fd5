using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// The published baselines route every job uniformly at random, without looking at free GPUs, and choose GPU count and clock when the job starts
/// (CHSAC-AF, section V.B; spec a.5). A site that takes no jobs at all is left out, which the published simulator never meets.
/// </summary>
/// <param name="context">What the policy is made with; the shared stream is used where there is one.</param>
public abstract class UniformRouting(PolicyContext context) : IPlacementPolicy
{
    private readonly IRandomStream _random = (context ?? throw new ArgumentNullException(nameof(context))).Shared ?? context.Random;
    private readonly int[] _feasible = new int[context.Model.SiteCount];

    /// <summary>What the policy is made with.</summary>
    protected PolicyContext Context { get; } = context;

    /// <summary>The rule at the sites in words.</summary>
    protected abstract string AllocationInWords { get; }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        var count = Feasibility.Collect(job, view, needsFreeGpu: false, _feasible);
        if (count == 0)
            return Placement.Hold;
        var site = _feasible[_random.NextBelow(count)];
        return new Placement(site, default);
    }

    /// <inheritdoc/>
    public abstract Allocation Allocate(in WorkItem item, in SiteStatus site);

    /// <inheritdoc/>
    public virtual void Completed(in Run run, int site, double nowS)
    {
    }

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        var options = Scoring.Options(job, view, needsFreeGpu: false, _ => default);
        var rule = $"Every site that takes jobs is equally likely. {AllocationInWords}";
        return new Explanation(rule, "chance decides", options, [new("chance of each site", $"1 in {options.Count(o => o.Mask == MaskReason.None)}")]);
    }
}
