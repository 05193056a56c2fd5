using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Decisions;

/// <summary>Decides, when a job is at its ingress, which site it goes to.</summary>
public interface IPlacementRule
{
    /// <summary>Places a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known of the fleet now.</param>
    /// <returns>A feasible site and the allocation wanted there, or <see cref="Placement.Hold"/>.</returns>
    Placement Place(in Job job, FleetView view);
}
