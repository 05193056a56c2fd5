using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How often the shield around a policy intervened.</summary>
/// <param name="Replaced">Replaced decisions, by the number of the reason.</param>
/// <param name="Caught">Failures that replaced no decision, by the number of the reason.</param>
/// <param name="LastResorts">Replaced decisions in which the fall-back failed too.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shield-counts")]
public sealed record ShieldCountsRecord(
    [property: Id(0)] ImmutableArray<long> Replaced,
    [property: Id(1)] ImmutableArray<long> Caught,
    [property: Id(2)] long LastResorts);
