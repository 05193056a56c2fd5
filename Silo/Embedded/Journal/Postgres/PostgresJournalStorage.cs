using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>A journal in a PostgreSQL database, in the schema <c>controlplane_node</c>: one node a database.</summary>
/// <param name="text">Connection string. Not through a pooler that shares sessions: the lock of the node belongs to one.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">How long to wait for a node that holds the database and may be ending; null for 5 s.</param>
/// <exception cref="ArgumentException">It is not a connection string, or names no host.</exception>
public sealed class PostgresJournalStorage(string text, TimeProvider time, TimeSpan? patience = null) : IJournalStorage
{
    private readonly NodeDatabase _database = new(text);

    /// <inheritdoc/>
    public string Place => _database.Place;

    /// <inheritdoc/>
    public Task<IJournalStore> OpenAsync(CancellationToken cancellation = default) => _database.Guard(async () =>
    {
        var held = await NodeLock.TakeAsync(_database, patience ?? TimeSpan.FromSeconds(5), time, cancellation);
        try
        {
            return await OpenAsync(held, cancellation);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    });

    private async Task<IJournalStore> OpenAsync(NodeLock held, CancellationToken cancellation)
    {
        var connection = await _database.ConnectAsync(cancellation);
        try
        {
            await CheckDurabilityAsync(connection, cancellation);
            await PrepareAsync(connection, cancellation);
            var epoch = await NodeDatabase.ReadAsync<long>(connection, NodeSchema.NextEpoch, cancellation);
            await NodeDatabase.ReadAsync<object>(connection, NodeSchema.DropParts, cancellation);
            return await PostgresJournalStore.CreateAsync(_database, held, connection, epoch);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // What a role or a database sets for others must not make commits of a node less than durable.
    private async Task CheckDurabilityAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await NodeDatabase.ReadAsync<string>(connection, "SHOW fsync", cancellation) is not "on")
            throw _database.Error(JournalFault.Unusable, "the server runs with fsync = off: it would lose what it has acknowledged");
        if (await NodeDatabase.ReadAsync<string>(connection, "SHOW synchronous_commit", cancellation) is "off")
            await NodeDatabase.ReadAsync<object>(connection, "SET synchronous_commit = on", cancellation);
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await NodeDatabase.ReadAsync<bool>(connection, NodeSchema.Exists, cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await NodeDatabase.ReadAsync<object>(connection, NodeSchema.Create, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await NodeSchema.RequireVersionAsync(_database, connection, cancellation);
    }
}
