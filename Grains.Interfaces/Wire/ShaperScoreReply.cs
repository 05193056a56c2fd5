using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Rewards, as a shaper makes them.</summary>
/// <param name="Rewards">A row each.</param>
/// <param name="IsReady">Whether the shaper knew enough; if not, they are as they came, or equal parts of what was paid.</param>
/// <param name="Version">The newest version when it answered; 0 before the first.</param>
/// <param name="Steps">Steps of learning behind the answer.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-score")]
public sealed record ShaperScoreReply(
    [property: Id(0)] ImmutableArray<double> Rewards,
    [property: Id(1)] bool IsReady,
    [property: Id(2)] int Version,
    [property: Id(3)] long Steps);
