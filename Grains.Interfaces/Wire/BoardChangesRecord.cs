using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a fleet board has learned since a number of its own.</summary>
/// <param name="Position">The board now.</param>
/// <param name="Statuses">The newest report of every site that has reported since, in no order.</param>
[GenerateSerializer, Immutable, Alias("controlplane.board-changes")]
public sealed record BoardChangesRecord(
    [property: Id(0)] BoardPositionRecord Position,
    [property: Id(1)] ImmutableArray<SiteStatusRecord> Statuses);
