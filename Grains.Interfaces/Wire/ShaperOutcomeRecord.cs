namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What came of a decision.</summary>
/// <param name="Reward">Its reward.</param>
/// <param name="IsPayOut">Whether the decisions since the last pay-out are paid with it: it may be 0 all the same.</param>
/// <param name="IsEnd">Whether nothing follows.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-outcome")]
public sealed record ShaperOutcomeRecord(
    [property: Id(0)] double Reward,
    [property: Id(1)] bool IsPayOut,
    [property: Id(2)] bool IsEnd);
