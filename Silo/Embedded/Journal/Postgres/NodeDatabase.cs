using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>A node's database: how it is reached, and what its errors mean.</summary>
internal sealed class NodeDatabase
{
    private readonly string _connection;

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">As given.</param>
    /// <exception cref="ArgumentException">It is not one, or names no host.</exception>
    public NodeDatabase(string text)
    {
        var given = Read(text);
        given.Pooling = false;
        given.ApplicationName = Name;
        _connection = given.ConnectionString;
        Place = $"database '{given.Database ?? given.Username}' at {given.Host}:{given.Port}";
    }

    /// <summary>What this node calls itself in the database, where others read who holds it. PostgreSQL keeps 63 characters.</summary>
    public string Name { get; } =
        $"controlplane-node {Environment.MachineName[..Math.Min(20, Environment.MachineName.Length)]} {Environment.ProcessId} {Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>Which database, for messages: without the password.</summary>
    public string Place { get; }

    /// <summary>Connects.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does work and says what is wrong with the database if it fails.</summary>
    /// <param name="work">The work.</param>
    public async Task<T> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw Of(e);
        }
        catch (Exception e) when (e is IOException or TimeoutException or InvalidOperationException)
        {
            // Npgsql throws the last for a connection that broke between two commands.
            throw new JournalStoreException(JournalFault.Unavailable, Place, $"the database cannot be used: {e.Message}", e);
        }
    }

    /// <summary>An error of this database.</summary>
    /// <param name="fault">What kind of trouble it is.</param>
    /// <param name="what">What is wrong.</param>
    public JournalStoreException Error(JournalFault fault, string what) => new(fault, Place, what);

    /// <summary>Reads one value.</summary>
    public static async Task<T?> ReadAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    private JournalStoreException Of(NpgsqlException error)
    {
        var isDamage = error is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };
        var what = error.InnerException is { } inner ? $"{error.Message}: {inner.Message}" : error.Message;
        return new JournalStoreException(isDamage ? JournalFault.Unusable : JournalFault.Unavailable, Place, $"the database cannot be used: {what}", error);
    }

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            throw new ArgumentException($"This is not a connection string: {e.Message}", nameof(text), e);
        }

        return string.IsNullOrEmpty(builder.Host) ? throw new ArgumentException("The connection string names no Host.", nameof(text)) : builder;
    }
}
