using Microsoft.Data.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>An open journal file. A commit is one transaction, synced to disk by SQLite before it ends.</summary>
internal sealed class SqliteJournalStore : IJournalStore
{
    // At some kilobytes a batch, what is removed at a time is some megabytes.
    private const int PruneAtOnce = 256;

    private readonly string _file;
    private readonly FolderLock _held;
    private readonly SqliteConnection _connection;
    private readonly DiskThread _thread;
    private readonly SqliteCommand _append;
    private readonly SqliteCommand _part;

    public SqliteJournalStore(string file, FolderLock held, SqliteConnection connection, DiskThread thread)
    {
        (_file, _held, _connection, _thread) = (file, held, connection, thread);
        _append = Command("INSERT INTO batch (number, operation_count, operations, checksum) VALUES ($1, $2, $3, $4)", 4);
        _part = Command("INSERT INTO snapshot_part (number, part, bytes) VALUES ($1, $2, $3)", 3);
    }

    public Task<JournalSnapshot?> ReadSnapshotAsync() => Run(() => SqliteReading.Snapshot(_connection, _file));

    public async IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after)
    {
        while (await Run(() => SqliteReading.Batches(_connection, _file, after)) is { Count: > 0 } batches)
        {
            foreach (var batch in batches)
                yield return batch;
            after += batches.Count;
        }
    }

    public Task AppendAsync(JournalBatch batch) => Run(() => Write(_append, batch.Number, batch.Count, batch.Operations.ToArray(), (long)JournalChecksum.Of(batch)));

    public Task WritePartAsync(long number, int part, ReadOnlyMemory<byte> bytes) => Run(() => Write(_part, number, part, bytes.ToArray()));

    public Task SealAsync(SnapshotSeal seal) => Run(() =>
    {
        using var transaction = _connection.BeginTransaction();
        using var head = Command("INSERT INTO snapshot (number, length, checksum) VALUES ($1, $2, $3)", 3);
        using var older = Command("DELETE FROM snapshot WHERE number < $1", 1);
        using var parts = Command("DELETE FROM snapshot_part WHERE number < $1", 1);
        Write(head, seal.Number, seal.Length, (long)seal.Checksum);
        Write(older, seal.Number);
        Write(parts, seal.Number);
        transaction.Commit();
        return true;
    });

    public Task<bool> PruneAsync(long upTo) => Run(() =>
    {
        using var prune = Command("DELETE FROM batch WHERE number IN (SELECT number FROM batch WHERE number <= $1 ORDER BY number LIMIT $2)", 2);
        return Write(prune, upTo, PruneAtOnce) == PruneAtOnce;
    });

    public async ValueTask DisposeAsync()
    {
        await _thread.Run(() =>
        {
            try
            {
                _append.Dispose();
                _part.Dispose();
                _connection.Dispose();
            }
            catch (SqliteException)
            {
                // Closing only tidies the log away: what was committed is in it, and the next opening reads it.
            }

            _held.Dispose();
            return true;
        });
        _thread.Dispose();
    }

    private static int Write(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }

    private Task<T> Run<T>(Func<T> work) => _thread.Run(() => SqliteErrors.Guard(_file, work));
}
