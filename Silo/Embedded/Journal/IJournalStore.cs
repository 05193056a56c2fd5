namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>
/// A journal that is open for one writer: batches of operations and the newest snapshot. What a call has written is on disk when the call ends. Calls do not overlap.
/// After a call that failed it is unknown whether its effect is stored, and the store is spent: only one that is opened anew can tell.
/// </summary>
public interface IJournalStore : IJournalSource
{
    /// <summary>Appends a batch.</summary>
    /// <param name="batch">The batch; its number follows that of the last.</param>
    /// <exception cref="JournalStoreException">Whether it is stored is unknown, except for <see cref="JournalFault.Fenced"/>: then it is not and never will be.</exception>
    Task AppendAsync(JournalBatch batch);

    /// <summary>Writes a part of a snapshot. Parts without a seal are dropped when the store is opened.</summary>
    /// <param name="number">Number of the last batch that the state has.</param>
    /// <param name="part">Number of the part, from 0.</param>
    /// <param name="bytes">The part: at most some hundred kilobytes, so that the next append does not wait for long.</param>
    /// <exception cref="JournalStoreException">The store failed.</exception>
    Task WritePartAsync(long number, int part, ReadOnlyMemory<byte> bytes);

    /// <summary>Makes the parts a snapshot, which takes the place of the older one.</summary>
    /// <param name="seal">What they are together.</param>
    /// <exception cref="JournalStoreException">The store failed.</exception>
    Task SealAsync(SnapshotSeal seal);

    /// <summary>Removes some of the batches that a snapshot has: so few that the next append does not wait for long.</summary>
    /// <param name="upTo">Number of the last batch that may go.</param>
    /// <returns>Whether some are left.</returns>
    /// <exception cref="JournalStoreException">The store failed.</exception>
    Task<bool> PruneAsync(long upTo);
}
