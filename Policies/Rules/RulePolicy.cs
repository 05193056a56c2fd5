using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>A rule that only chooses the site: the GPU count is a setting, fewer if fewer are free when the job starts.</summary>
public abstract class RulePolicy : IPlacementPolicy
{
    private readonly int[] _feasible;

    /// <summary>Reads the settings that all rules share.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="settings">Its settings.</param>
    protected RulePolicy(PolicyContext context, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        Context = context;
        Gpus = settings.Count("gpus");
        Clock = new ClockRule(settings);
        _feasible = new int[context.Model.SiteCount];
    }

    /// <summary>The settings that all rules share.</summary>
    public static IReadOnlyList<PolicyParameter> SharedParameters { get; } =
    [
        new("gpus", "4", "GPUs a job gets; fewer if fewer are free when it starts.", 1, 1024, IsInteger: true),
        ClockRule.Parameter,
    ];

    /// <summary>What the policy is made with.</summary>
    protected PolicyContext Context { get; }

    /// <summary>GPUs a job gets.</summary>
    protected int Gpus { get; }

    /// <summary>Which clock it gets.</summary>
    protected ClockRule Clock { get; }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        var site = Choose(job, view);
        return site < 0 ? Placement.Hold : new Placement(site, At(site));
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) =>
        Clock.At(Context.Model.Tables[site.Site], Math.Min(item.Wanted.Gpus, site.FreeGpus));

    /// <inheritdoc/>
    public abstract Explanation Explain(in Job job, FleetView view);

    /// <inheritdoc/>
    public int Rank(in Job job, FleetView view, Span<RankedOption> best)
    {
        ArgumentNullException.ThrowIfNull(view);
        var count = 0;
        foreach (ref readonly var status in view.Sites)
        {
            if (Feasibility.Check(job, status) != MaskReason.None)
                continue;
            var score = Score(job, view, status.Site) ?? double.NaN;
            if (Ranking.HasRoom(best, count, score))
                count = Ranking.Add(best, count, new RankedOption(status.Site, MaskReason.None, score, At(status.Site)));
        }

        return count;
    }

    /// <summary>The score of a feasible site, the least wins; null if it has none.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="site">Site index.</param>
    protected abstract double? Score(in Job job, FleetView view, int site);

    /// <summary>The options of an explanation.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="needsFreeGpu">Whether a site without a free GPU is masked.</param>
    private protected IReadOnlyList<ScoredOption> Options(Job job, FleetView view, bool needsFreeGpu = false) =>
        Scoring.Options(job, view, needsFreeGpu, At, site => Score(job, view, site));

    /// <summary>Chooses a feasible site.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <returns>A site index, or -1 to hold the job.</returns>
    protected abstract int Choose(in Job job, FleetView view);

    /// <summary>The allocation wanted at a site.</summary>
    /// <param name="site">Site index.</param>
    protected Allocation At(int site) => Clock.At(Context.Model.Tables[site], Gpus);

    /// <summary>The feasible sites, ascending; valid until the next call.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="needsFreeGpu">Whether a site must have a free GPU.</param>
    protected ReadOnlySpan<int> FeasibleSites(in Job job, FleetView view, bool needsFreeGpu = false) =>
        _feasible.AsSpan(0, Feasibility.Collect(job, view, needsFreeGpu, _feasible));

    /// <summary>GPUs asked for, by running, waiting and arriving jobs, per working GPU: the load that load-based rules balance.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="site">Site index.</param>
    protected double LoadOf(FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        ref readonly var status = ref view.Sites[site];
        return (status.BusyGpus + (double)Gpus * (status.Queued + view.InTransit[site])) / status.UpGpus;
    }
}
