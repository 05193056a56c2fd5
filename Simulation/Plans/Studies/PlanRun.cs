using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans.Studies;

/// <summary>A plan of a kind for an instance.</summary>
/// <param name="Instance">What was planned for.</param>
/// <param name="Result">The plan.</param>
public sealed record PlanRun(JointInstance Instance, JointResult Result);
