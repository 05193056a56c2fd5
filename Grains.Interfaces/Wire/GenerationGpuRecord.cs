using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>GPUs of a service provider.</summary>
/// <param name="IdleW">Power without work, W.</param>
/// <param name="HostW">Share of the host, W.</param>
/// <param name="CubicShare">Share of the active power that grows with the cube of the clock.</param>
/// <param name="Clocks">Clocks, rising.</param>
[GenerateSerializer, Immutable, Alias("controlplane.generation-gpu")]
public sealed record GenerationGpuRecord(
    [property: Id(0)] double IdleW,
    [property: Id(1)] double HostW,
    [property: Id(2)] double CubicShare,
    [property: Id(3)] ImmutableArray<double> Clocks);
