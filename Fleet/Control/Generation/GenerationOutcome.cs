namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What became of generation jobs. Shares of a fluid make fractions of jobs.</summary>
/// <param name="OnTime">Jobs done in time.</param>
/// <param name="Late">Jobs done, but late.</param>
/// <param name="Abandoned">Jobs given up after waiting for too long.</param>
/// <param name="RevenueUsd">Earned with those on time, USD.</param>
/// <param name="PenaltyUsd">Paid for the others, USD.</param>
public sealed record GenerationOutcome(double OnTime, double Late, double Abandoned, double RevenueUsd, double PenaltyUsd);
