using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>
/// A database belongs to one node at a time: the node that holds an advisory lock on a connection of its own. It says who is there; that a node which has lost it
/// cannot write is the epoch's doing.
/// </summary>
internal sealed class NodeLock : IAsyncDisposable
{
    // "cp-node1": any number that no other program locks in this database.
    private const long Key = 0x6370_2D6E_6F64_6531;

    private const string Holder =
        """
        SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND ((l.classid::bigint << 32) | l.objid::bigint) = $1
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    // Where the network ended a connection and the server does not know yet, this node would keep itself out.
    private const string EndOwn = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()";

    // The server finds a holder whose machine is gone within half a minute.
    private const string Notice = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private readonly NpgsqlConnection _connection;

    private NodeLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the database; a holder that ends meanwhile is waited for.</summary>
    /// <param name="database">The database.</param>
    /// <param name="patience">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalStoreException">Another node has it.</exception>
    public static async Task<NodeLock> TakeAsync(NodeDatabase database, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        var connection = await database.ConnectAsync(cancellation);
        try
        {
            await NodeDatabase.ReadAsync<object>(connection, Notice, cancellation);
            await EndOwnAsync(connection, database.Name, cancellation);
            for (var begun = time.GetTimestamp(); !await NodeDatabase.ReadAsync<bool>(connection, $"SELECT pg_try_advisory_lock({Key})", cancellation);)
            {
                if (time.GetElapsedTime(begun) >= patience)
                    throw database.Error(JournalFault.Held, $"another node has this database: {await HolderAsync(connection, cancellation) ?? "it has just gone"}");
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellation);
            }

            return new NodeLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task EndOwnAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EndOwn, connection) { Parameters = { new() { Value = name } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string?> HolderAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Holder, connection) { Parameters = { new() { Value = Key } } };
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }
}
