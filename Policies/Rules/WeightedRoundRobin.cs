using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>
/// Smooth weighted round robin: each site in proportion to the work it can do per second with its working GPUs. Every decision credits
/// each feasible site with its weight and charges the chosen one with the sum.
/// </summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class WeightedRoundRobin(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    private readonly double[] _credit = new double[context.Model.SiteCount];

    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new("Sites take turns in proportion to the work they can do per second.", "minus the credit of the site, units/s", Options(job, view), []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        return -(_credit[site] + Weight(view, site));
    }

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var best = -1;
        var sum = 0.0;
        foreach (var site in FeasibleSites(job, view))
        {
            var weight = Weight(view, site);
            sum += weight;
            _credit[site] += weight;
            if (best < 0 || _credit[site] > _credit[best])
                best = site;
        }

        if (best >= 0)
            _credit[best] -= sum;
        return best;
    }

    private double Weight(FleetView view, int site)
    {
        var allocation = At(site);
        return view.Sites[site].UpGpus / (allocation.Gpus * Context.Model.Tables[site].SecondsPerUnit(allocation));
    }
}
