using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Decisions of a learner and what came of them, in their order.</summary>
/// <param name="Stream">The number under which it joined.</param>
/// <param name="Number">Number of the message, from 1: one that came before is ignored, one that is missing was lost.</param>
/// <param name="Before">What came of the last decision of the message before, if that was not known then.</param>
/// <param name="Decisions">The decisions; none where only an outcome is told.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-decisions")]
public sealed record ShaperDecisionsRecord(
    [property: Id(0)] long Stream,
    [property: Id(1)] long Number,
    [property: Id(2)] ShaperOutcomeRecord? Before,
    [property: Id(3)] ImmutableArray<ShaperDecisionRecord> Decisions);
