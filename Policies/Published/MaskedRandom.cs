using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// What is left of the published CHSAC-AF when nothing is learned: a site drawn uniformly among those with a free GPU, a GPU count drawn
/// uniformly (or always 1), the energy-optimal clock (spec 0.3 and a.6). A waiting job is decided anew when a job finishes at its site.
/// </summary>
/// <param name="context">What the policy is made with; it never draws from the shared stream, as the published agent does not.</param>
/// <param name="mostGpus">Greatest GPU count drawn, ≥ 1.</param>
public sealed class MaskedRandom(PolicyContext context, int mostGpus) : IPlacementPolicy
{
    private readonly IRandomStream _random = (context ?? throw new ArgumentNullException(nameof(context))).Random;
    private readonly int[] _feasible = new int[context.Model.SiteCount];

    /// <inheritdoc/>
    public bool ReplacesOnFinish => true;

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var count = Feasibility.Collect(job, view, needsFreeGpu: true, _feasible);
        // Nobody has a free GPU: the mask is lifted, as in the published code.
        if (count == 0)
            count = Feasibility.Collect(job, view, needsFreeGpu: false, _feasible);
        if (count == 0)
            return Placement.Hold;
        var site = _feasible[_random.NextBelow(count)];
        var gpus = mostGpus == 1 ? 1 : 1 + _random.NextBelow(Math.Clamp(MostFree(view), 1, mostGpus));
        return new Placement(site, view.Model.Tables[site].Efficient(gpus));
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) =>
        context.Model.Tables[site.Site].Efficient(Math.Min(item.Wanted.Gpus, site.FreeGpus));

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var options = Scoring.Options(job, view, needsFreeGpu: true, s => view.Model.Tables[s].Efficient(mostGpus));
        var rule = mostGpus == 1
            ? "Every site with a free GPU is equally likely. The job gets one GPU at its energy-optimal clock."
            : $"Every site with a free GPU and every GPU count from 1 to {mostGpus} is equally likely; the clock is the energy-optimal one.";
        return new Explanation(rule, "chance decides", options, [new("chance of each site", $"1 in {options.Count(o => o.Mask == MaskReason.None)}")]);
    }

    // As published, the count is masked by the most free GPUs of any site, not of the chosen one.
    private static int MostFree(FleetView view)
    {
        var most = 0;
        foreach (ref readonly var status in view.Sites)
            most = Math.Max(most, status.FreeGpus);
        return most;
    }
}
