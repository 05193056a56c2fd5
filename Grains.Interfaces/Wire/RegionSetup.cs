namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a region is configured with, once.</summary>
/// <param name="Fleet">Its fleet.</param>
/// <param name="Policy">Its first policy; it becomes version 1 and publication 1.</param>
/// <param name="Seed">Seed of the random streams of its policies.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units, &gt; 0.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s, ≥ 0.</param>
[GenerateSerializer, Immutable, Alias("controlplane.region-setup")]
public sealed record RegionSetup(
    [property: Id(0)] FleetRecord Fleet,
    [property: Id(1)] PolicyRecord Policy,
    [property: Id(2)] long Seed,
    [property: Id(3)] double MeanSizeUnits,
    [property: Id(4)] double LoadUnitsPerS);
