using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Placement decisions and what they rest on.</summary>
/// <param name="Placements">A decision a job, in the order of the jobs.</param>
/// <param name="Publication">The publication that decided.</param>
/// <param name="Version">Its version of the policy.</param>
/// <param name="Board">The fleet board as the decisions knew it.</param>
/// <param name="Worker">The activation that decided.</param>
[GenerateSerializer, Immutable, Alias("controlplane.decision-reply")]
public sealed record DecisionReply(
    [property: Id(0)] ImmutableArray<PlacementRecord> Placements,
    [property: Id(1)] long Publication,
    [property: Id(2)] int Version,
    [property: Id(3)] BoardPositionRecord Board,
    [property: Id(4)] string Worker);
