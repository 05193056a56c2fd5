using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What does not change while a fleet runs.</summary>
/// <param name="Sites">The data centres, by site index.</param>
/// <param name="Ingresses">Names of the ingresses, by ingress index.</param>
/// <param name="Links">Links of the network.</param>
[GenerateSerializer, Immutable, Alias("controlplane.fleet")]
public sealed record FleetRecord(
    [property: Id(0)] ImmutableArray<SiteSpecRecord> Sites,
    [property: Id(1)] ImmutableArray<string> Ingresses,
    [property: Id(2)] ImmutableArray<LinkRecord> Links);
