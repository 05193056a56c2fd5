using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>One site after the other, leaving out those that take no jobs.</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class RoundRobin(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    private int _next;

    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view)
    {
        var sites = Context.Model.SiteCount;
        var options = Scoring.Options(job, view, needsFreeGpu: false, At, site => (site - _next + sites) % sites);
        return new Explanation("The next site in turn that takes jobs.", "turns until it is this site's", options, []);
    }

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var sites = Context.Model.SiteCount;
        for (var turn = 0; turn < sites; turn++)
        {
            var site = (_next + turn) % sites;
            if (Feasibility.Check(job, view.Sites[site]) != MaskReason.None)
                continue;
            _next = (site + 1) % sites;
            return site;
        }

        return -1;
    }
}
