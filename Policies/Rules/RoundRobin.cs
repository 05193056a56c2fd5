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
    public override Explanation Explain(in Job job, FleetView view) =>
        new("The next site in turn that takes jobs.", "turns until it is this site's", Options(job, view), []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site) => (site - _next + Context.Model.SiteCount) % Context.Model.SiteCount;

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
