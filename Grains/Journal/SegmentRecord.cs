namespace ControlPlane.Grains.Journal;

/// <summary>Operations of a grain as they are stored: a part of its log.</summary>
[GenerateSerializer]
[Alias("controlplane.journal.Segment")]
public sealed class SegmentRecord
{
    /// <summary>Version of the format.</summary>
    [Id(0)]
    public byte Version { get; set; }

    /// <summary>The grain whose log it is: a storage may know two grains by one key, and says nothing when it does.</summary>
    [Id(1)]
    public string Owner { get; set; } = "";

    /// <summary>Number of the segment, from 0 on in the life of the grain.</summary>
    [Id(2)]
    public long Number { get; set; }

    /// <summary>Whether it is complete: the log goes on in the next one.</summary>
    [Id(3)]
    public bool IsSealed { get; set; }

    /// <summary>Number of operations.</summary>
    [Id(4)]
    public int Count { get; set; }

    /// <summary>The operations, as an <see cref="Fleet.Journal.OperationBuffer"/> has them.</summary>
    [Id(5)]
    public byte[] Operations { get; set; } = [];
}
