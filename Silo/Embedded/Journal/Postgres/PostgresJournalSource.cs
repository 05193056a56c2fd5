using System.Data;
using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>A journal in PostgreSQL as it is at one moment, also while a node writes to it: what is written later is not seen.</summary>
internal sealed class PostgresJournalSource : IJournalSource
{
    private readonly NodeDatabase _database;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresJournalSource(NodeDatabase database, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_database, _connection, _transaction) = (database, connection, transaction);

    /// <summary>Opens a journal.</summary>
    /// <param name="text">Connection string.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalStoreException">The database cannot be reached, or has no journal that this build reads.</exception>
    public static Task<PostgresJournalSource> OpenAsync(string text, CancellationToken cancellation)
    {
        var database = new NodeDatabase(text);
        return database.Guard(async () =>
        {
            var connection = await database.ConnectAsync(cancellation);
            try
            {
                // Repeatable read: all statements see the database as the first one did.
                var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
                await NodeDatabase.ReadAsync<object>(connection, "SET TRANSACTION READ ONLY", cancellation);
                await CheckAsync(database, connection, cancellation);
                return new PostgresJournalSource(database, connection, transaction);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        });
    }

    public Task<JournalSnapshot?> ReadSnapshotAsync() => PostgresReading.SnapshotAsync(_database, _connection);

    public IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after) => PostgresReading.BatchesAsync(_database, _connection, after);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task CheckAsync(NodeDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await NodeDatabase.ReadAsync<bool>(connection, NodeSchema.Exists, cancellation))
            throw database.Error(JournalFault.Unavailable, "there is no journal");
        await NodeSchema.RequireVersionAsync(database, connection, cancellation);
    }
}
