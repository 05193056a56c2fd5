namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The policy that a region decides with: all that is needed to make an instance of it.</summary>
/// <param name="Publication">Number of the publication, from 1; a later publication has a greater one, also when it brings back an older version.</param>
/// <param name="Version">The version that is published, from 1.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Seed">Seed of its random streams.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s.</param>
/// <param name="Fleet">The fleet, where it was asked for; it never changes.</param>
/// <param name="Terms">The region's clock and leases, where the fleet was asked for; they never change.</param>
/// <param name="Canary">What decides about a share of the jobs; null for none.</param>
/// <param name="Shadow">What decides beside them without effect; null for none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.publication")]
public sealed record PublicationRecord(
    [property: Id(0)] long Publication,
    [property: Id(1)] int Version,
    [property: Id(2)] PolicyRecord Policy,
    [property: Id(3)] long Seed,
    [property: Id(4)] double MeanSizeUnits,
    [property: Id(5)] double LoadUnitsPerS,
    [property: Id(6)] FleetRecord? Fleet,
    [property: Id(7)] RegionTermsRecord? Terms = null,
    [property: Id(8)] CanaryRecord? Canary = null,
    [property: Id(9)] ShadowRecord? Shadow = null);
