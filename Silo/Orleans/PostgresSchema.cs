using ControlPlane.Silo.Hosting;
using Npgsql;

namespace ControlPlane.Silo.Orleans;

/// <summary>
/// The tables and queries that Orleans's ADO.NET providers ask for. They are written for this product; a database that was set up with other scripts is used as it is.
/// </summary>
internal static class PostgresSchema
{
    // Any number that no other program locks in this database.
    private const long LockKey = 0x636F_6E74_726F_6C70;

    private static readonly string[] Keys =
    [
        "GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey", "UpdateIAmAlivetimeKey", "InsertMembershipKey",
        "UpdateMembershipKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
        "ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "UpsertReminderRowKey", "DeleteReminderRowKey", "DeleteReminderRowsKey",
        "ReadFromStorageKey", "WriteToStorageKey", "ClearStorageKey",
    ];

    /// <summary>The SQL.</summary>
    public static string Text { get; } = string.Join('\n', Resources().Select(Read));

    /// <summary>Makes sure that a database can serve a region: applies the schema if there is none. Several silos may do so at once.</summary>
    /// <param name="connections">The database.</param>
    /// <param name="region">The region that is to live there; null to apply the schema only.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the schema was applied.</returns>
    /// <exception cref="StorageException">The database cannot be reached or refuses.</exception>
    /// <exception cref="InputException">It has another schema, or belongs to another region.</exception>
    public static async Task<bool> Prepare(PostgresConnections connections, string? region, CancellationToken cancellation = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connections.Membership);
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Execute(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
            var applies = await Read(connection, "SELECT to_regclass('OrleansQuery')::text", cancellation) is [];
            if (applies)
                await Execute(connection, Text, cancellation);
            await CheckQueries(connection, connections.Place, cancellation);
            if (region is not null)
                await Claim(connection, region, connections.Place, cancellation);
            await transaction.CommitAsync(cancellation);
            return applies;
        }
        catch (NpgsqlException e)
        {
            throw connections.Unusable(e);
        }
    }

    private static async Task CheckQueries(NpgsqlConnection connection, string place, CancellationToken cancellation)
    {
        var missing = Keys.Except(await Read(connection, "SELECT QueryKey FROM OrleansQuery", cancellation)).ToArray();
        if (missing.Length > 0)
            throw new InputException($"{place} has a schema that lacks {string.Join(", ", missing)}: give the region a database of its own or complete it");
    }

    // Every region uses the same service name, so that two regions in one database would share what their grains remember.
    private static async Task Claim(NpgsqlConnection connection, string region, string place, CancellationToken cancellation)
    {
        var others = (await Read(connection, "SELECT DeploymentId FROM OrleansMembershipVersionTable", cancellation)).Where(r => r != region).ToArray();
        if (others.Length > 0)
            throw new InputException($"{place} belongs to region '{others[0]}', not '{region}': every region needs a database of its own");
        await using var claim = new NpgsqlCommand("INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES ($1) ON CONFLICT DO NOTHING", connection);
        claim.Parameters.AddWithValue(region);
        await claim.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> Read(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> values = [];
        while (await reader.ReadAsync(cancellation))
        {
            if (!await reader.IsDBNullAsync(0, cancellation))
                values.Add(reader.GetString(0));
        }

        return values;
    }

    private static IEnumerable<string> Resources() =>
        typeof(PostgresSchema).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(PostgresSchema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
