using Npgsql;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>Asks a database directly.</summary>
internal static class Sql
{
    /// <summary>The first column of each row.</summary>
    public static async Task<List<T>> Column<T>(string database, string query)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> values = [];
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    /// <summary>Runs a statement.</summary>
    public static async Task Run(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
