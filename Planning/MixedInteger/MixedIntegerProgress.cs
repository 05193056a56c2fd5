namespace ControlPlane.Planning.MixedInteger;

/// <summary>How far a solve has come.</summary>
/// <param name="Time">Wall-clock time since it began.</param>
/// <param name="Incumbent">Objective of the best point so far; NaN where there is none.</param>
/// <param name="Bound">What no point can be below; -infinity where nothing is proved.</param>
/// <param name="Nodes">Nodes of the search tree so far; null where the solver does not say.</param>
public readonly record struct MixedIntegerProgress(TimeSpan Time, double Incumbent, double Bound, long? Nodes);
