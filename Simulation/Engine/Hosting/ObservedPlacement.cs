using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>A policy whose placement decisions are watched.</summary>
internal sealed class ObservedPlacement(IPlacementPolicy policy, IDecisionObserver observer) : IPlacementRule
{
    public Placement Place(in Job job, FleetView view)
    {
        observer.Deciding(job, view, policy);
        var placement = policy.Place(job, view);
        observer.Decided(job, placement);
        return placement;
    }
}
