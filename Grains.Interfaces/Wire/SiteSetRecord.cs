using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A set of sites.</summary>
/// <param name="SiteCount">Number of sites of the fleet.</param>
/// <param name="Members">Site indices, ascending.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-set")]
public sealed record SiteSetRecord(
    [property: Id(0)] int SiteCount,
    [property: Id(1)] ImmutableArray<int> Members);
