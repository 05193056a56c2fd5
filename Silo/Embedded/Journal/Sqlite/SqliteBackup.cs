namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>Copies of a journal file. A copy is read from end to end before it has its name: what has the name is whole.</summary>
internal static class SqliteBackup
{
    /// <summary>Copies the journal of a data folder, also while a node writes to it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The copy, which must not be there yet.</param>
    /// <returns>Number of the last batch in the copy.</returns>
    /// <exception cref="JournalStoreException">There is no journal, or it is damaged, or the copy cannot be written.</exception>
    public static Task<long> TakeAsync(string folder, string file) => CopyAsync(new SqliteJournalStorage(folder).Place, file);

    /// <summary>Puts a copy where a node will look for its journal.</summary>
    /// <param name="file">The copy.</param>
    /// <param name="folder">The data folder, which is made or must be empty.</param>
    /// <returns>Number of the last batch.</returns>
    /// <exception cref="JournalStoreException">The copy is damaged, or the folder is in use.</exception>
    public static async Task<long> RestoreAsync(string file, string folder)
    {
        // Before the folder is touched: what is no journal leaves nothing behind.
        await ReadAsync(file);
        using var held = FolderLock.Take(folder);
        return await CopyAsync(file, new SqliteJournalStorage(folder).Place);
    }

    private static async Task<long> CopyAsync(string from, string to)
    {
        var partial = $"{to}.partial";
        try
        {
            await using (var source = SqliteJournalSource.Open(from))
            {
                File.Delete(partial);
                source.CopyTo(partial);
            }

            var last = await ReadAsync(partial);
            File.Move(partial, to);
            return last;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalStoreException(JournalFault.Unavailable, to, $"the copy cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<long> ReadAsync(string file)
    {
        await using var source = SqliteJournalSource.Open(file);
        var last = (await source.ReadSnapshotAsync())?.Number ?? 0;
        await foreach (var batch in source.ReadBatchesAsync(last))
            last = batch.Number;
        return last;
    }
}
