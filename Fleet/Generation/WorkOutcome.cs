namespace ControlPlane.Fleet.Generation;

/// <summary>What becomes of alike jobs in a queue. Shares of a fluid make fractions of jobs.</summary>
/// <param name="OnTime">Jobs that are done in time.</param>
/// <param name="Late">Jobs that are done, but late.</param>
/// <param name="Abandoned">Jobs that are given up before they start, having waited longer than any deadline.</param>
public readonly record struct WorkOutcome(double OnTime, double Late, double Abandoned);
