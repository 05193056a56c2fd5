using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How the options of a job score now.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Version">Its version.</param>
/// <param name="Rule">How it chooses, in words.</param>
/// <param name="ScoreName">What the score is; the least wins.</param>
/// <param name="Options">The options, best first, masked ones last.</param>
/// <param name="IsCanary">Whether that version is a canary.</param>
[GenerateSerializer, Immutable, Alias("controlplane.explanation-reply")]
public sealed record ExplanationReply(
    [property: Id(0)] PolicyRecord Policy,
    [property: Id(1)] int Version,
    [property: Id(2)] string Rule,
    [property: Id(3)] string ScoreName,
    [property: Id(4)] ImmutableArray<ScoredOptionRecord> Options,
    [property: Id(5)] bool IsCanary = false);
