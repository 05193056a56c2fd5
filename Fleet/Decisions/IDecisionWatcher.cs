using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Decisions;

/// <summary>Sees placement decisions as they are taken. It must be quick, must not throw and keeps nothing that it is given.</summary>
public interface IDecisionWatcher
{
    /// <summary>A decision was taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="preferred">Sites that are tried first; null for none.</param>
    /// <param name="view">What was known.</param>
    /// <param name="placement">The decision.</param>
    /// <param name="options">Options as the policy that decided scores them; not a number where it gives no score.</param>
    void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options);
}
