using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Policies.Planned;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>A fleet plan with what it was made from.</summary>
/// <param name="Plan">What the policy obeys.</param>
/// <param name="Instance">The joint instance; its GPUs are equivalents of <see cref="UnitsPerSPerGpu"/>, and the price of time rides on its prices of energy.</param>
/// <param name="Result">Its plan.</param>
/// <param name="BusyGpus">GPUs planned to be busy, by site and slot.</param>
/// <param name="UnitsPerSPerGpu">Work of a GPU-equivalent, units/s.</param>
public sealed record PlannedFleet(FleetPlan Plan, JointInstance Instance, JointResult Result, IReadOnlyList<IReadOnlyList<double>> BusyGpus, double UnitsPerSPerGpu)
{
    /// <summary>GPU-hours of work, in equivalents, that no site has room for.</summary>
    public double UnservedGpuH => Result.Account!.UnservedGpuH;
}
