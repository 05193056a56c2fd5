using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Silo.Embedded.Node.Deciding;

/// <summary>Two that see decisions.</summary>
/// <param name="first">One.</param>
/// <param name="second">The other.</param>
internal sealed class BothWatchers(IDecisionWatcher first, IDecisionWatcher second) : IDecisionWatcher
{
    /// <summary>Both, or the one that there is.</summary>
    /// <param name="first">One; null for nobody.</param>
    /// <param name="second">The other; null for nobody.</param>
    public static IDecisionWatcher? Of(IDecisionWatcher? first, IDecisionWatcher? second) =>
        first is not null && second is not null ? new BothWatchers(first, second) : first ?? second;

    /// <inheritdoc/>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options)
    {
        first.Decided(job, preferred, view, placement, options);
        second.Decided(job, preferred, view, placement, options);
    }
}
