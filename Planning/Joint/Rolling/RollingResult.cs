namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>What came of planning again and again.</summary>
/// <param name="Plan">Everything that was carried out.</param>
/// <param name="Account">Its replay with everything as it really was.</param>
/// <param name="Plans">How often was planned.</param>
/// <param name="PlanningTime">Wall-clock time of all solves.</param>
/// <param name="Missed">Plans that were not made in time: their slots went on as the plan before said.</param>
public sealed record RollingResult(JointPlan Plan, PlanAccount Account, int Plans, TimeSpan PlanningTime, int Missed);
