namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A GPU model as its data sheet gives it.</summary>
/// <param name="Name">The model.</param>
/// <param name="IdleW">Power of an idle, awake GPU in watts.</param>
/// <param name="PeakW">Power at full load in watts.</param>
/// <param name="SleepW">Power of a sleeping GPU in watts.</param>
[GenerateSerializer, Immutable, Alias("controlplane.gpu-type")]
public sealed record GpuTypeRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] double IdleW,
    [property: Id(2)] double PeakW,
    [property: Id(3)] double SleepW);
