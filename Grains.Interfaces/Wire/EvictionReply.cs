using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The jobs that leave a data centre.</summary>
/// <param name="Interrupted">Jobs that ran, in slot order.</param>
/// <param name="Evicted">Jobs that waited, head first.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.eviction-reply")]
public sealed record EvictionReply(
    [property: Id(0)] ImmutableArray<WorkRecord> Interrupted,
    [property: Id(1)] ImmutableArray<WorkRecord> Evicted,
    [property: Id(2)] SiteStatusRecord Status);
