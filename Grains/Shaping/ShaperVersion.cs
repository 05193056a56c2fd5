using System.Diagnostics.CodeAnalysis;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Shaping;

/// <summary>A version with what it had learned.</summary>
/// <param name="Card">What is told of it.</param>
/// <param name="Learned">A checkpoint of it; never changed.</param>
[GenerateSerializer, Immutable, Alias("controlplane.stored-shaper-version")]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Storage writes arrays of bytes as they are.")]
public sealed record ShaperVersion(
    [property: Id(0)] ShaperVersionRecord Card,
    [property: Id(1)] byte[] Learned);
