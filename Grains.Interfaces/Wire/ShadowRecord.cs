namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The policy that decides beside a region's policy without effect.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Began">The publication with which it began: another one is another shadow, also of the same version.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shadow")]
public sealed record ShadowRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] PolicyRecord Policy,
    [property: Id(2)] long Began);
