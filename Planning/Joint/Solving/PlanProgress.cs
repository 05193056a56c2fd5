namespace ControlPlane.Planning.Joint.Solving;

/// <summary>How far planning has come.</summary>
/// <param name="Stage">What is being solved.</param>
/// <param name="Time">Wall-clock time of all solves so far.</param>
/// <param name="IncumbentUsd">Benefit of the best plan so far; NaN where there is none.</param>
/// <param name="BoundUsd">What no plan of this stage can earn more than; infinite where nothing is proved.</param>
public readonly record struct PlanProgress(string Stage, TimeSpan Time, double IncumbentUsd, double BoundUsd);
