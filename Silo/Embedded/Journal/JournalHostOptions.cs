namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>How a journal host works.</summary>
public sealed record JournalHostOptions
{
    /// <summary>The most operations that wait; more are refused as busy. ≥ 1.</summary>
    public int Capacity { get; init; } = 16_384;

    /// <summary>The most operations that share a commit, ≥ 1.</summary>
    public int MostOperations { get; init; } = 4_096;

    /// <summary>A commit takes no further operation when it has so many bytes, ≥ 1.</summary>
    public int MostBytes { get; init; } = 1 << 20;

    /// <summary>A snapshot is taken when the batches after the last one are <see cref="SnapshotRatio"/> times as long as it, and longer than this. Bytes, ≥ 1.</summary>
    public long LeastSnapshotBytes { get; init; } = 4 << 20;

    /// <summary>
    /// How much longer than a snapshot the batches after it become, ≥ 1. No operation runs while the state is copied for a snapshot: with a greater number that happens
    /// less often, the journal takes more room and a start takes longer.
    /// </summary>
    public int SnapshotRatio { get; init; } = 4;

    /// <summary>A snapshot is written in parts of this length, one between two commits. Bytes, ≥ 1.</summary>
    public int PartBytes { get; init; } = 256 * 1024;

    /// <summary>How long recovery waits after its second failure in a row; twice as long after each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest such pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);
}
