namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A link of the wide-area network, usable in both directions.</summary>
/// <param name="From">Node name.</param>
/// <param name="To">Node name.</param>
/// <param name="LatencyS">One-way latency in seconds.</param>
[GenerateSerializer, Immutable, Alias("controlplane.link")]
public sealed record LinkRecord(
    [property: Id(0)] string From,
    [property: Id(1)] string To,
    [property: Id(2)] double LatencyS);
