using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>An open journal in PostgreSQL. A commit is one statement, which writes nothing once another node has taken over.</summary>
internal sealed class PostgresJournalStore : IJournalStore
{
    private const int PruneAtOnce = 1024;
    private const int ReadAtOnce = 64;

    private readonly NodeDatabase _database;
    private readonly NodeLock _held;
    private readonly NpgsqlConnection _connection;
    private readonly long _epoch;
    private readonly NpgsqlParameter<long> _number = new();
    private readonly NpgsqlParameter<int> _count = new();
    private readonly NpgsqlParameter<ReadOnlyMemory<byte>> _operations = new() { TypedValue = ReadOnlyMemory<byte>.Empty };
    private readonly NpgsqlParameter<long> _checksum = new();
    private readonly NpgsqlCommand _append;

    private PostgresJournalStore(NodeDatabase database, NodeLock held, NpgsqlConnection connection, long epoch)
    {
        (_database, _held, _connection, _epoch) = (database, held, connection, epoch);
        _append = new NpgsqlCommand(NodeSchema.Append, connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = epoch }, _number, _count, _operations, _checksum },
        };
    }

    /// <summary>Takes over an open connection.</summary>
    /// <param name="database">The database.</param>
    /// <param name="held">Its lock.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="epoch">The epoch that this node has begun.</param>
    public static async Task<IJournalStore> CreateAsync(NodeDatabase database, NodeLock held, NpgsqlConnection connection, long epoch)
    {
        var store = new PostgresJournalStore(database, held, connection, epoch);
        await store._append.PrepareAsync();
        return store;
    }

    public Task<JournalSnapshot?> ReadSnapshotAsync() => _database.Guard(async () =>
    {
        if (await ReadSealAsync() is not { } seal)
            return null;
        await using var command = Command("SELECT bytes FROM controlplane_node.snapshot_part WHERE number = $1 ORDER BY part", seal.Number);
        await using var reader = await command.ExecuteReaderAsync();
        var parts = new List<byte[]>();
        while (await reader.ReadAsync())
            parts.Add(reader.GetFieldValue<byte[]>(0));
        return StoredSnapshot.Join(_database.Place, seal, parts);
    });

    public async IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after)
    {
        while (await _database.Guard(() => ReadSomeAsync(after)) is { Count: > 0 } batches)
        {
            foreach (var batch in batches)
                yield return batch;
            after += batches.Count;
        }
    }

    public Task AppendAsync(JournalBatch batch) => _database.Guard(async () =>
    {
        (_number.TypedValue, _count.TypedValue) = (batch.Number, batch.Count);
        (_operations.TypedValue, _checksum.TypedValue) = (batch.Operations, JournalChecksum.Of(batch));
        return Fenced(await _append.ExecuteNonQueryAsync());
    });

    public Task WritePartAsync(long number, int part, ReadOnlyMemory<byte> bytes) => WriteAsync(NodeSchema.WritePart, _epoch, number, part, bytes);

    public Task SealAsync(SnapshotSeal seal) => WriteAsync(NodeSchema.Seal, _epoch, seal.Number, seal.Length, (long)seal.Checksum);

    public Task<bool> PruneAsync(long upTo) => _database.Guard(async () =>
    {
        await using var command = Command(NodeSchema.Prune, _epoch, upTo, PruneAtOnce);
        return await command.ExecuteNonQueryAsync() == PruneAtOnce;
    });

    public async ValueTask DisposeAsync()
    {
        // The lock goes last: the next node begins when nothing of this one is under way.
        await _append.DisposeAsync();
        await _connection.DisposeAsync();
        await _held.DisposeAsync();
    }

    private Task WriteAsync(string sql, params object[] values) => _database.Guard(async () =>
    {
        await using var command = Command(sql, values);
        return Fenced(await command.ExecuteNonQueryAsync());
    });

    private bool Fenced(int rows) => rows > 0 ? true : throw _database.Error(JournalFault.Fenced, "another node has taken this database over");

    private async Task<SnapshotSeal?> ReadSealAsync()
    {
        await using var command = Command("SELECT number, length, checksum FROM controlplane_node.snapshot ORDER BY number DESC LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new SnapshotSeal(reader.GetInt64(0), reader.GetInt32(1), (uint)reader.GetInt64(2)) : null;
    }

    private async Task<List<JournalBatch>> ReadSomeAsync(long after)
    {
        await using var command = Command(
            "SELECT number, operation_count, operations, checksum FROM controlplane_node.batch WHERE number > $1 ORDER BY number LIMIT $2", after, ReadAtOnce);
        await using var reader = await command.ExecuteReaderAsync();
        var batches = new List<JournalBatch>();
        while (await reader.ReadAsync())
        {
            var batch = new JournalBatch(reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
            StoredBatch.Check(_database.Place, batch, after + batches.Count + 1, (uint)reader.GetInt64(3));
            batches.Add(batch);
        }

        return batches;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
