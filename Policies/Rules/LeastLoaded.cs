using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>
/// The site with the least load: GPUs asked for by running, waiting and arriving jobs, per working GPU. A tournament over the sites makes a
/// decision cost O(1) and an update O(log sites); only jobs with placement constraints scan the sites.
/// </summary>
public sealed class LeastLoaded : RulePolicy, IStatusListener
{
    private readonly Tournament _tournament;

    /// <summary>Indexes the sites.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="settings">Its settings.</param>
    public LeastLoaded(PolicyContext context, PolicySettings settings)
        : base(context, settings)
    {
        _tournament = new Tournament(Context.Model.SiteCount);
        for (var site = 0; site < Context.Model.SiteCount; site++)
            StatusChanged(site);
        Context.View.Subscribe(this);
    }

    /// <inheritdoc/>
    public void StatusChanged(int site) =>
        _tournament.Set(site, Context.View.Sites[site].Accepting ? LoadOf(Context.View, site) : double.PositiveInfinity);

    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new(
            "The site with the least load.",
            "GPUs asked for by running, waiting and arriving jobs, per working GPU",
            Options(job, view),
            []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site) => LoadOf(view, site);

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        if (job.Constraint is null)
            return double.IsInfinity(_tournament.Least) ? -1 : _tournament.Winner;
        var best = -1;
        foreach (var site in FeasibleSites(job, view))
        {
            if (best < 0 || LoadOf(view, site) < LoadOf(view, best))
                best = site;
        }

        return best;
    }
}
