using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Fleet.Sites;

/// <summary>What a data centre is: its pool of one GPU type, its models and its limits. Immutable.</summary>
public sealed record DataCenterSpec
{
    /// <summary>Unique name.</summary>
    public required string Name { get; init; }

    /// <summary>The GPU type of its pool.</summary>
    public required GpuType Gpu { get; init; }

    /// <summary>Number of GPUs, ≥ 1.</summary>
    public required int GpuCount { get; init; }

    /// <summary>Normalised clock levels, ascending, each in (0, 1].</summary>
    public required IReadOnlyList<double> Clocks { get; init; }

    /// <summary>The clock that a job gets when nobody chooses one; one of <see cref="Clocks"/>.</summary>
    public double DefaultClock { get; init; } = 1.0;

    /// <summary>The most GPUs one job may have, ≥ 1.</summary>
    public int MaxGpusPerJob { get; init; } = 8;

    /// <summary>Power model of a running GPU.</summary>
    public required PowerCoefficients Power { get; init; }

    /// <summary>Speed model.</summary>
    public required LatencyCoefficients Latency { get; init; }

    /// <summary>The most jobs that may wait here; null = no limit.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>Seconds between checkpoints of a running job; 0 = continuous, null = none (a failure loses all progress).</summary>
    public double? CheckpointIntervalS { get; init; }

    /// <summary>Its energy side; null where money and emissions are not counted.</summary>
    public SiteEnergySpec? Energy { get; init; }

    /// <summary>Tabulates its operating points, up to as many GPUs as one job may have here.</summary>
    public OperatingTable MakeTable() => new(Clocks, Math.Min(MaxGpusPerJob, GpuCount), Power, Latency);
}
