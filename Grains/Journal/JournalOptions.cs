namespace ControlPlane.Grains.Journal;

/// <summary>How durable grains keep their state.</summary>
public sealed class JournalOptions
{
    /// <summary>
    /// Name of the storage provider. It must refuse a write whose ETag is not the stored one, and a second record where one exists. The PostgreSQL script of
    /// Orleans does the second only between writes that do not overlap, for it makes no unique index: a database needs one over serviceid, grainidhash,
    /// graintypehash, grainidn0, grainidn1, graintypestring and grainidextensionstring (nulls not distinct) on orleansstorage.
    /// </summary>
    public string Storage { get; set; } = "controlplane";

    /// <summary>
    /// Length in bytes from which a segment is sealed, ≥ 1. A commit rewrites the segment it extends: shorter segments make commits cheaper and snapshots
    /// more frequent. May differ from start to start.
    /// </summary>
    public int SegmentBytes { get; set; } = 8 * 1024;

    /// <summary>How long a commit waits for more operations to share its write, ≥ 0. Operations that arrive while a write is in flight share the next one anyway.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.Zero;
}
