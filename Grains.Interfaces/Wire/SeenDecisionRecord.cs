using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A decision that a worker took.</summary>
/// <param name="Job">The job.</param>
/// <param name="NowS">When, in seconds.</param>
/// <param name="Done">The decision.</param>
/// <param name="Changes">Reports of sites that the worker got since the decision before.</param>
[GenerateSerializer, Immutable, Alias("controlplane.seen-decision")]
public sealed record SeenDecisionRecord(
    [property: Id(0)] JobRecord Job,
    [property: Id(1)] double NowS,
    [property: Id(2)] PlacementRecord Done,
    [property: Id(3)] ImmutableArray<SiteStatusRecord> Changes);
