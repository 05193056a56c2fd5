namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>A journal that is open for reading.</summary>
public interface IJournalSource : IAsyncDisposable
{
    /// <summary>Reads the newest snapshot.</summary>
    /// <returns>Null if there is none: the journal begins with batch 1.</returns>
    /// <exception cref="JournalStoreException">It is damaged, or the store cannot be read.</exception>
    Task<JournalSnapshot?> ReadSnapshotAsync();

    /// <summary>Reads batches in order. Each is valid until the next is read.</summary>
    /// <param name="after">Number of the batch before the first to read.</param>
    /// <exception cref="JournalStoreException">One is damaged or missing, or the store cannot be read.</exception>
    IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after);
}
