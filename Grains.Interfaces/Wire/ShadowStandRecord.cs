namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How a region's shadow compares.</summary>
/// <param name="Version">Its version.</param>
/// <param name="SinceUtc">When it began.</param>
/// <param name="Tally">What all workers told.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shadow-stand")]
public sealed record ShadowStandRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] DateTimeOffset SinceUtc,
    [property: Id(2)] ShadowTallyRecord Tally);
