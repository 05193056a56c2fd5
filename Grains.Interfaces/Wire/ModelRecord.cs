using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The model of a learned policy.</summary>
/// <param name="Name">A name for tables.</param>
/// <param name="Digest">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Bytes">The bytes; empty where they are not wanted.</param>
[GenerateSerializer, Immutable, Alias("controlplane.model")]
public sealed record ModelRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] string Digest,
    [property: Id(2)] int Length,
    [property: Id(3)] ImmutableArray<byte> Bytes);
