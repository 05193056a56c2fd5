namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Puts snapshots together as they are read.</summary>
internal static class StoredSnapshot
{
    /// <summary>Joins the parts of a snapshot.</summary>
    /// <param name="place">Where they were read, for the message.</param>
    /// <param name="seal">What they must be together.</param>
    /// <param name="parts">The parts in order.</param>
    /// <exception cref="JournalStoreException">The snapshot is damaged.</exception>
    public static JournalSnapshot Join(string place, SnapshotSeal seal, IReadOnlyList<byte[]> parts)
    {
        if (parts.Sum(p => (long)p.Length) != seal.Length)
            throw Damaged(place, seal, $"is not {seal.Length} bytes long");
        var state = new byte[seal.Length];
        var length = 0;
        foreach (var part in parts)
        {
            part.CopyTo(state, length);
            length += part.Length;
        }

        return JournalChecksum.Of(seal.Number, seal.Length, state) == seal.Checksum
            ? new JournalSnapshot(seal.Number, state)
            : throw Damaged(place, seal, "has another checksum than it was written with");
    }

    private static JournalStoreException Damaged(string place, SnapshotSeal seal, string what) =>
        new(JournalFault.Unusable, place, $"the journal is damaged: the snapshot at batch {seal.Number} {what}");
}
