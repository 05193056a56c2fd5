namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A group of jobs that are alike.</summary>
/// <param name="Id">Number.</param>
/// <param name="ArrivalS">When they arrive, s.</param>
/// <param name="Origin">Provider where they arrive.</param>
/// <param name="DeadlineClass">Deadline class.</param>
/// <param name="DeadlineS">Relative deadline, s.</param>
/// <param name="Category">Kind of prompt.</param>
/// <param name="QualityFactor">Quality of that kind.</param>
/// <param name="Count">Jobs.</param>
/// <param name="Images">Images of each.</param>
/// <param name="Bytes">Bytes of each on a transfer.</param>
[GenerateSerializer, Immutable, Alias("controlplane.generation-cohort")]
public sealed record GenerationCohortRecord(
    [property: Id(0)] long Id,
    [property: Id(1)] double ArrivalS,
    [property: Id(2)] int Origin,
    [property: Id(3)] int DeadlineClass,
    [property: Id(4)] double DeadlineS,
    [property: Id(5)] int Category,
    [property: Id(6)] double QualityFactor,
    [property: Id(7)] int Count,
    [property: Id(8)] int Images,
    [property: Id(9)] double Bytes);
