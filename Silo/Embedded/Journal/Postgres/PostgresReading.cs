using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>Reads the tables of a journal in PostgreSQL and checks what it reads.</summary>
internal static class PostgresReading
{
    private const int AtOnce = 64;

    /// <summary>The newest snapshot.</summary>
    /// <param name="database">The database, for messages.</param>
    /// <param name="connection">An open connection to it.</param>
    /// <returns>Null if there is none.</returns>
    public static Task<JournalSnapshot?> SnapshotAsync(NodeDatabase database, NpgsqlConnection connection) => database.Guard(async () =>
    {
        if (await SealAsync(connection) is not { } seal)
            return null;
        await using var command = Command(connection, "SELECT bytes FROM controlplane_node.snapshot_part WHERE number = $1 ORDER BY part", seal.Number);
        await using var reader = await command.ExecuteReaderAsync();
        var parts = new List<byte[]>();
        while (await reader.ReadAsync())
            parts.Add(reader.GetFieldValue<byte[]>(0));
        return StoredSnapshot.Join(database.Place, seal, parts);
    });

    /// <summary>The batches in order.</summary>
    /// <param name="database">The database, for messages.</param>
    /// <param name="connection">An open connection to it.</param>
    /// <param name="after">Number of the batch before the first.</param>
    public static async IAsyncEnumerable<JournalBatch> BatchesAsync(NodeDatabase database, NpgsqlConnection connection, long after)
    {
        while (await database.Guard(() => SomeAsync(database, connection, after)) is { Count: > 0 } batches)
        {
            foreach (var batch in batches)
                yield return batch;
            after += batches.Count;
        }
    }

    /// <summary>A command with its values in order.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static async Task<SnapshotSeal?> SealAsync(NpgsqlConnection connection)
    {
        await using var command = Command(connection, "SELECT number, length, checksum FROM controlplane_node.snapshot ORDER BY number DESC LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new SnapshotSeal(reader.GetInt64(0), reader.GetInt32(1), (uint)reader.GetInt64(2)) : null;
    }

    private static async Task<List<JournalBatch>> SomeAsync(NodeDatabase database, NpgsqlConnection connection, long after)
    {
        await using var command = Command(
            connection, "SELECT number, operation_count, operations, checksum FROM controlplane_node.batch WHERE number > $1 ORDER BY number LIMIT $2", after, AtOnce);
        await using var reader = await command.ExecuteReaderAsync();
        var batches = new List<JournalBatch>();
        while (await reader.ReadAsync())
        {
            var batch = new JournalBatch(reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
            StoredBatch.Check(database.Place, batch, after + batches.Count + 1, (uint)reader.GetInt64(3));
            batches.Add(batch);
        }

        return batches;
    }
}
