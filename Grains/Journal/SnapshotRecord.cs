namespace ControlPlane.Grains.Journal;

/// <summary>The whole state of a grain as it is stored: what was before the first segment of its log.</summary>
[GenerateSerializer]
[Alias("controlplane.journal.Snapshot")]
public sealed class SnapshotRecord
{
    /// <summary>Version of the format.</summary>
    [Id(0)]
    public byte Version { get; set; }

    /// <summary>The grain whose state it is.</summary>
    [Id(1)]
    public string Owner { get; set; } = "";

    /// <summary>Number of the first segment that is not in it.</summary>
    [Id(2)]
    public long First { get; set; }

    /// <summary>Number of slots that the segments from <see cref="First"/> on go round.</summary>
    [Id(3)]
    public int Slots { get; set; }

    /// <summary>The state, as <see cref="Fleet.Journal.IJournalled.Save"/> wrote it.</summary>
    [Id(4)]
    public byte[] State { get; set; } = [];
}
