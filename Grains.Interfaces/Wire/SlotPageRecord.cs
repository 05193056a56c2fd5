using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A page of the slots of a site, the newest first.</summary>
/// <param name="Slots">The slots.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
[GenerateSerializer, Immutable, Alias("controlplane.slot-page")]
public sealed record SlotPageRecord([property: Id(0)] ImmutableArray<SlotViewRecord> Slots, [property: Id(1)] string? Next);
