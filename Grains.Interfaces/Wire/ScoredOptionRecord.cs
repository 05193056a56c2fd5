namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>One option of a decision.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Allocation">What it would ask for.</param>
/// <param name="Score">Its score; null if it has none.</param>
/// <param name="Masked">Why it may not be chosen; null if it may.</param>
[GenerateSerializer, Immutable, Alias("controlplane.scored-option")]
public sealed record ScoredOptionRecord(
    [property: Id(0)] int Site,
    [property: Id(1)] AllocationRecord Allocation,
    [property: Id(2)] double? Score,
    [property: Id(3)] string? Masked);
