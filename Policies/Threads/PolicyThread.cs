using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Threads;

/// <summary>A policy on a thread and with a view of its own.</summary>
/// <param name="name">Its name, for those who look at threads.</param>
/// <param name="model">The fleet.</param>
/// <param name="make">Makes the policy for a view, on the thread.</param>
/// <param name="capacity">How much work may wait.</param>
/// <param name="time">The clock.</param>
public sealed class PolicyThread(string name, FleetModel model, Func<FleetView, IPlacementPolicy> make, int capacity, TimeProvider time)
    : ViewThread<IPlacementPolicy>(name, model, view => Make(view, make), capacity, time)
{
    /// <summary>Threads that never come back cost memory: with so many of them a policy is not asked again.</summary>
    public const int MostLost = 4;

    private static IPlacementPolicy Make(FleetView view, Func<FleetView, IPlacementPolicy> make)
    {
        IPlacementPolicy policy;
        try
        {
            policy = make(view);
        }
        catch (Exception error)
        {
            policy = new UnmadePolicy(error);
        }

        // A listener that throws fails itself, not the report.
        view.ListenerFailed ??= (_, _) => { };
        return policy;
    }
}
