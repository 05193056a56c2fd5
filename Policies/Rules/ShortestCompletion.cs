using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>
/// The site where the job is expected to be done first: transfer + wait + service. The wait is the work that must end before it, at the mean job
/// size, divided by the site's speed; with enough free GPUs it is zero.
/// </summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class ShortestCompletion(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new("The site where the job is expected to be done first.", "transfer + wait + service, s", Options(job, view), []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CompletionS(job, view, site);
    }

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var best = -1;
        var bestS = double.PositiveInfinity;
        foreach (var site in FeasibleSites(job, view))
        {
            var seconds = CompletionS(job, view, site);
            if (seconds < bestS)
                (best, bestS) = (site, seconds);
        }

        return best;
    }

    private double CompletionS(in Job job, FleetView view, int site) => ChoiceForecast.OfCompletion(job, view, site, At(site), Context.MeanSizeUnits);
}
