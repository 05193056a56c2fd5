using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>An open journal in PostgreSQL. A commit is one statement, which writes nothing once another node has taken over.</summary>
internal sealed class PostgresJournalStore : IJournalStore
{
    private const int PruneAtOnce = 1024;

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

    public Task<JournalSnapshot?> ReadSnapshotAsync() => PostgresReading.SnapshotAsync(_database, _connection);

    public IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after) => PostgresReading.BatchesAsync(_database, _connection, after);

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
        await using var command = PostgresReading.Command(_connection, NodeSchema.Prune, _epoch, upTo, PruneAtOnce);
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
        await using var command = PostgresReading.Command(_connection, sql, values);
        return Fenced(await command.ExecuteNonQueryAsync());
    });

    private bool Fenced(int rows) => rows > 0 ? true : throw _database.Error(JournalFault.Fenced, "another node has taken this database over");
}
