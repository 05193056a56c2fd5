namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a cohort.</summary>
/// <param name="Cohort">The jobs.</param>
/// <param name="Steps">Denoising steps.</param>
/// <param name="OnTime">Jobs on time.</param>
/// <param name="Late">Jobs late.</param>
/// <param name="Abandoned">Jobs given up.</param>
/// <param name="RevenueUsd">Revenue, USD.</param>
/// <param name="PenaltyUsd">Penalty, USD.</param>
[GenerateSerializer, Immutable, Alias("controlplane.cohort-outcome")]
public sealed record CohortOutcomeRecord(
    [property: Id(0)] GenerationCohortRecord Cohort,
    [property: Id(1)] int Steps,
    [property: Id(2)] double OnTime,
    [property: Id(3)] double Late,
    [property: Id(4)] double Abandoned,
    [property: Id(5)] double RevenueUsd,
    [property: Id(6)] double PenaltyUsd);
