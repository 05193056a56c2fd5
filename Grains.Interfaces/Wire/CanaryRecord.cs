namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The policy that decides about a share of a region's jobs.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Share">The share of the jobs, (0, 1].</param>
[GenerateSerializer, Immutable, Alias("controlplane.canary")]
public sealed record CanaryRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] PolicyRecord Policy,
    [property: Id(2)] double Share);
