using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Which held jobs were sent.</summary>
/// <param name="Sent">The jobs on their way, in order.</param>
/// <param name="Counts">The ingress after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.retry-reply")]
public sealed record RetryReply(
    [property: Id(0)] ImmutableArray<ShipmentRecord> Sent,
    [property: Id(1)] IngressCounts Counts);
