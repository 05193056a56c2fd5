namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A placement decision.</summary>
/// <param name="Site">Site index, or -1 to hold the job.</param>
/// <param name="Wanted">GPU count and clock level asked for.</param>
[GenerateSerializer, Immutable, Alias("controlplane.placement")]
public readonly record struct PlacementRecord(
    [property: Id(0)] int Site,
    [property: Id(1)] AllocationRecord Wanted);
