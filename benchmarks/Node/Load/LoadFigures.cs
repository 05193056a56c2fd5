namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>What was measured.</summary>
internal sealed record LoadFigures
{
    /// <summary>Where the journal is kept: sqlite, postgres, or unknown for a node that was not started here.</summary>
    public required string Storage { get; init; }

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public required string Loop { get; init; }

    /// <summary>Jobs a second that were due; null in a closed loop.</summary>
    public required double? OfferedPerS { get; init; }

    /// <summary>Connections.</summary>
    public required int Callers { get; init; }

    /// <summary>Jobs in a request.</summary>
    public required int Batch { get; init; }

    /// <summary>Whether agents finished jobs meanwhile.</summary>
    public required bool WithAgents { get; init; }

    /// <summary>From the first request to the last answer, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Jobs that were acknowledged.</summary>
    public required long Jobs { get; init; }

    /// <summary>The same a second.</summary>
    public required double JobsPerS { get; init; }

    /// <summary>Median time from when a request was due to its acknowledgement, ms.</summary>
    public required double P50Ms { get; init; }

    /// <summary>90th percentile, ms.</summary>
    public required double P90Ms { get; init; }

    /// <summary>99th percentile, ms.</summary>
    public required double P99Ms { get; init; }

    /// <summary>99.9th percentile, ms.</summary>
    public required double P999Ms { get; init; }

    /// <summary>The longest, ms.</summary>
    public required double GreatestMs { get; init; }

    /// <summary>Refused jobs by status and reason.</summary>
    public required IReadOnlyDictionary<string, long> Refusals { get; init; }

    /// <summary>Requests that were sent again.</summary>
    public required long Repeats { get; init; }

    /// <summary>Connections that broke.</summary>
    public required long Broken { get; init; }

    /// <summary>Jobs whose outcome was not known at the end.</summary>
    public required long Unknown { get; init; }

    /// <summary>Commits a second.</summary>
    public double CommitsPerS { get; init; }

    /// <summary>Snapshots.</summary>
    public double Snapshots { get; init; }

    /// <summary>Time for which the node stood still for them in all, ms.</summary>
    public double SnapshotPauseMs { get; init; }

    /// <summary>Processor time of the node, µs a job; null for a node that was not started here.</summary>
    public required double? NodeCpuUsPerJob { get; init; }

    /// <summary>Processor time of this generator, µs a job.</summary>
    public required double GeneratorCpuUsPerJob { get; init; }

    /// <summary>Resident memory of the node at the end, MiB; null for a node that was not started here.</summary>
    public required double? NodeMib { get; init; }

    /// <summary>The most it was, MiB.</summary>
    public required double? NodePeakMib { get; init; }

    /// <summary>What held afterwards.</summary>
    public required LoadCheck Check { get; init; }

    /// <summary>Whether everything that was acknowledged is there and the ledger closes.</summary>
    public bool IsSound => Check is { Lost: 0, LedgerCloses: true };
}
