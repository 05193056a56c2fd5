namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A version of a region's policy.</summary>
/// <param name="Version">Its number, from 1; later versions have greater ones.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Note">What whoever published it wrote about it.</param>
/// <param name="PublishedUtc">When it was published.</param>
/// <param name="IsActive">Whether the region decides with it now.</param>
/// <param name="PublishedBy">Who published it; empty where nobody said.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy-version")]
public sealed record PolicyVersionRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] PolicyRecord Policy,
    [property: Id(2)] string Note,
    [property: Id(3)] DateTimeOffset PublishedUtc,
    [property: Id(4)] bool IsActive,
    [property: Id(5)] string PublishedBy = "");
