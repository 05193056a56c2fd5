using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Simulation.Engine;

/// <summary>Watches placement decisions.</summary>
public interface IDecisionObserver
{
    /// <summary>A job is about to be placed. Must change nothing.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What the policy knows.</param>
    /// <param name="policy">The policy.</param>
    void Deciding(in Job job, FleetView view, IPlacementPolicy policy);

    /// <summary>The decision is taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="placement">The decision.</param>
    void Decided(in Job job, in Placement placement);

    /// <summary>The shield intervened: before <see cref="Decided"/> where it replaced that decision.</summary>
    /// <param name="intervention">What it did.</param>
    void Intervened(Intervention intervention)
    {
    }
}
