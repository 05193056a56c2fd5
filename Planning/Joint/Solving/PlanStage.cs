namespace ControlPlane.Planning.Joint.Solving;

/// <summary>One solve on the way to a plan.</summary>
/// <param name="Name">What was solved.</param>
/// <param name="Columns">Columns of its programme.</param>
/// <param name="Integers">Columns that are whole numbers.</param>
/// <param name="Time">Wall-clock time.</param>
/// <param name="BenefitUsd">Benefit of the plan it ended with; NaN where it found none.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record PlanStage(string Name, int Columns, int Integers, TimeSpan Time, double BenefitUsd, string Outcome);
