using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Decisions that a worker took, in their order.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Number">Number of the batch, from 1: one that is missing was lost.</param>
/// <param name="IsWhole">Whether the first decision tells of all sites that the worker knows: whoever has not heard of it before begins there.</param>
/// <param name="Missed">Decisions since the batch before that are not told, because they were too many.</param>
/// <param name="Decisions">The decisions, at least one.</param>
[GenerateSerializer, Immutable, Alias("controlplane.seen-decisions")]
public sealed record SeenDecisionsRecord(
    [property: Id(0)] string Worker,
    [property: Id(1)] long Number,
    [property: Id(2)] bool IsWhole,
    [property: Id(3)] long Missed,
    [property: Id(4)] ImmutableArray<SeenDecisionRecord> Decisions);
