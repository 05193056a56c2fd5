using Microsoft.Data.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>Reads the tables of a journal file and checks what it reads.</summary>
internal static class SqliteReading
{
    private const int AtOnce = 64;

    /// <summary>The newest snapshot.</summary>
    /// <param name="connection">The open file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <returns>Null if there is none.</returns>
    public static JournalSnapshot? Snapshot(SqliteConnection connection, string file)
    {
        using var head = Command(connection, "SELECT number, length, checksum FROM snapshot ORDER BY number DESC LIMIT 1");
        using var reader = head.ExecuteReader();
        if (!reader.Read())
            return null;
        var seal = new SnapshotSeal(reader.GetInt64(0), reader.GetInt32(1), (uint)reader.GetInt64(2));
        using var parts = Command(connection, "SELECT bytes FROM snapshot_part WHERE number = $1 ORDER BY part", seal.Number);
        return StoredSnapshot.Join(file, seal, Blobs(parts));
    }

    /// <summary>Some batches in order.</summary>
    /// <param name="connection">The open file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="after">Number of the batch before the first.</param>
    public static List<JournalBatch> Batches(SqliteConnection connection, string file, long after)
    {
        using var command = Command(
            connection, "SELECT number, operation_count, operations, checksum FROM batch WHERE number > $1 ORDER BY number LIMIT $2", after, AtOnce);
        using var reader = command.ExecuteReader();
        var batches = new List<JournalBatch>();
        while (reader.Read())
        {
            var batch = new JournalBatch(reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
            StoredBatch.Check(file, batch, after + batches.Count + 1, (uint)reader.GetInt64(3));
            batches.Add(batch);
        }

        return batches;
    }

    private static List<byte[]> Blobs(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var blobs = new List<byte[]>();
        while (reader.Read())
            blobs.Add(reader.GetFieldValue<byte[]>(0));
        return blobs;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new SqliteParameter($"${i + 1}", values[i]));
        return command;
    }
}
