namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>A journal in one SQLite file of a data folder, on a local disk: network file systems do not keep its locks.</summary>
/// <param name="folder">The data folder; made if there is none.</param>
public sealed class SqliteJournalStorage(string folder) : IJournalStorage
{
    /// <inheritdoc/>
    public string Place { get; } = Path.Combine(Path.GetFullPath(folder), "journal.db");

    /// <inheritdoc/>
    public async Task<IJournalStore> OpenAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var thread = new DiskThread();
        try
        {
            return await thread.Run(() => Open(thread));
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    private SqliteJournalStore Open(DiskThread thread)
    {
        var held = FolderLock.Take(Path.GetDirectoryName(Place)!);
        try
        {
            return SqliteErrors.Guard(Place, () => new SqliteJournalStore(Place, held, SqliteFile.Open(Place), thread));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
