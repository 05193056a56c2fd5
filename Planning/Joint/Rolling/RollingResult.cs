namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>What came of planning again and again.</summary>
/// <param name="Plan">Everything that was carried out.</param>
/// <param name="Account">Its replay with everything as it really was.</param>
/// <param name="Solves">The plans that were made on the way, in order.</param>
public sealed record RollingResult(JointPlan Plan, PlanAccount Account, IReadOnlyList<RollingSolve> Solves)
{
    /// <summary>How often was planned.</summary>
    public int Plans => Solves.Count;

    /// <summary>Plans that were not made in time: their slots went on as the plan before said.</summary>
    public int Missed => Solves.Count(solve => solve.Result.Plan is null);

    /// <summary>Wall-clock time of all solves.</summary>
    public TimeSpan PlanningTime => TimeSpan.FromTicks(Solves.Sum(solve => solve.Result.Time.Ticks));
}
