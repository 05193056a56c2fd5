using ControlPlane.Silo.Hosting;
using Microsoft.Data.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>A journal file as it is at one moment, also while a node writes to it: what is written later is not seen.</summary>
internal sealed class SqliteJournalSource : IJournalSource
{
    private readonly string _file;
    private readonly SqliteConnection _connection;

    private SqliteJournalSource(string file, SqliteConnection connection) => (_file, _connection) = (file, connection);

    /// <summary>Opens a journal file.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="JournalStoreException">There is none, or it is no journal that this build reads, or its pages are damaged.</exception>
    public static SqliteJournalSource Open(string file) => SqliteErrors.Guard(file, () =>
    {
        var connection = SqliteFile.OpenToRead(file);
        // From the first statement on, all that is read is of one moment.
        SqliteFile.Execute(connection, "BEGIN");
        return new SqliteJournalSource(file, connection);
    });

    public Task<JournalSnapshot?> ReadSnapshotAsync() => Task.FromResult(SqliteErrors.Guard(_file, () => SqliteReading.Snapshot(_connection, _file)));

    public async IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after)
    {
        while (SqliteErrors.Guard(_file, () => SqliteReading.Batches(_connection, _file, after)) is { Count: > 0 } batches)
        {
            foreach (var batch in batches)
                yield return batch;
            after += batches.Count;
            await Task.Yield();
        }
    }

    /// <summary>Copies the file as it is at one moment.</summary>
    /// <param name="target">The copy, which is one file without a log beside it; made anew.</param>
    public void CopyTo(string target) => SqliteErrors.Guard(_file, () =>
    {
        PrivateFile.Create(target);
        using var copy = SqliteFile.Connect(target, SqliteOpenMode.ReadWrite);
        _connection.BackupDatabase(copy);
        SqliteFile.Execute(copy, "PRAGMA journal_mode = DELETE");
        return true;
    });

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
