using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Which jobs of an ingress to list.</summary>
/// <param name="States">The states; empty for all. Whether a job at a site runs, an ingress cannot tell: queued and running are one.</param>
/// <param name="Site">Site index; -1 for all.</param>
/// <param name="Tenant">The tenant; null for all.</param>
/// <param name="BeforeS">Time of submission of the last job of the page before; infinite for the first page.</param>
/// <param name="BeforeNumber">Its number.</param>
/// <param name="Most">The most jobs.</param>
[GenerateSerializer, Immutable, Alias("controlplane.book-filter")]
public sealed record BookFilterRecord(
    [property: Id(0)] ImmutableArray<CardStateCode> States,
    [property: Id(1)] int Site,
    [property: Id(2)] string? Tenant,
    [property: Id(3)] double BeforeS,
    [property: Id(4)] long BeforeNumber,
    [property: Id(5)] int Most);
