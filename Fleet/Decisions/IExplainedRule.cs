using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Decisions;

/// <summary>A rule that can tell how it decides, cheaply enough for hosts that keep it with every decision.</summary>
public interface IExplainedRule
{
    /// <summary>Why its last placement or allocation was replaced by another rule's; null if it was not.</summary>
    string? Replaced => null;

    /// <summary>Writes the feasible options as they score now, the best first, as many as there is room for. Changes nothing, draws nothing, throws nothing.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known of the fleet now.</param>
    /// <param name="best">Receives them.</param>
    /// <returns>How many it wrote.</returns>
    int Rank(in Job job, FleetView view, Span<RankedOption> best);
}
