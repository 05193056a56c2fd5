using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a data centre is.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Gpu">The GPU type of its pool.</param>
/// <param name="GpuCount">Number of GPUs.</param>
/// <param name="Clocks">Normalised clock levels, ascending.</param>
/// <param name="DefaultClock">The clock that a job gets when nobody chooses one.</param>
/// <param name="MaxGpusPerJob">The most GPUs one job may have.</param>
/// <param name="Power">Power model of a running GPU, W.</param>
/// <param name="Latency">Speed model, s/unit.</param>
/// <param name="QueueLimit">The most jobs that may wait here; null = no limit.</param>
/// <param name="CheckpointIntervalS">Seconds between checkpoints; 0 = continuous, null = none.</param>
/// <param name="Energy">Its energy side; null where money and emissions are not counted.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-spec")]
public sealed record SiteSpecRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] GpuTypeRecord Gpu,
    [property: Id(2)] int GpuCount,
    [property: Id(3)] ImmutableArray<double> Clocks,
    [property: Id(4)] double DefaultClock,
    [property: Id(5)] int MaxGpusPerJob,
    [property: Id(6)] CoefficientsRecord Power,
    [property: Id(7)] CoefficientsRecord Latency,
    [property: Id(8)] int? QueueLimit,
    [property: Id(9)] double? CheckpointIntervalS,
    [property: Id(10)] SiteEnergyRecord? Energy = null);
