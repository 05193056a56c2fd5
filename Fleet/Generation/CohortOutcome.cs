namespace ControlPlane.Fleet.Generation;

/// <summary>What became of a cohort at its provider.</summary>
/// <param name="Cohort">The jobs.</param>
/// <param name="Steps">Denoising steps of each image.</param>
/// <param name="Jobs">What became of them.</param>
/// <param name="RevenueUsd">Earned with those on time, USD.</param>
/// <param name="PenaltyUsd">Paid for the others, USD.</param>
public readonly record struct CohortOutcome(GenerationCohort Cohort, int Steps, WorkOutcome Jobs, double RevenueUsd, double PenaltyUsd);
