using System.Data.Common;
using ControlPlane.Silo.Hosting;
using Npgsql;

namespace ControlPlane.Silo.Orleans;

/// <summary>
/// The connections of one silo to its region's database. Membership has a pool of its own (a pool belongs to a connection string): a silo whose grains
/// keep all other connections busy still tells that it is alive.
/// </summary>
internal sealed class PostgresConnections
{
    // Two silos together stay below the 100 connections that PostgreSQL allows by default.
    private const int StoragePool = 32;
    private const int MembershipPool = 4;
    private const int PreparedStatements = 32;

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">As given.</param>
    /// <exception cref="InputException">It is not one.</exception>
    public PostgresConnections(string text)
    {
        var given = Read(text);
        var keys = GivenKeys(text);
        if (!keys.Contains("maxpoolsize") && !keys.Contains("maximumpoolsize"))
            given.MaxPoolSize = StoragePool;
        if (!keys.Contains("maxautoprepare"))
            given.MaxAutoPrepare = PreparedStatements;
        given.ApplicationName ??= "controlplane-silo";
        Storage = given.ConnectionString;
        given.ApplicationName += " membership";
        given.MinPoolSize = 0;
        given.MaxPoolSize = MembershipPool;
        Membership = given.ConnectionString;
        Place = $"database '{given.Database ?? given.Username}' at {given.Host}:{given.Port}";
    }

    /// <summary>For grains and reminders.</summary>
    public string Storage { get; }

    /// <summary>For membership and the schema.</summary>
    public string Membership { get; }

    /// <summary>Which database, for messages: without the password.</summary>
    public string Place { get; }

    /// <summary>An error of the driver as one line.</summary>
    /// <param name="failure">What it threw.</param>
    public StorageException Unusable(NpgsqlException failure) =>
        new($"{Place} cannot be used: {(failure.InnerException is { } inner ? $"{failure.Message}: {inner.Message}" : failure.Message)}", failure);

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            throw new InputException($"--connection is not a connection string: {e.Message}");
        }

        return string.IsNullOrEmpty(builder.Host) ? throw new InputException("--connection names no Host") : builder;
    }

    private static HashSet<string> GivenKeys(string text) =>
        [.. new DbConnectionStringBuilder { ConnectionString = text }.Keys.Cast<string>().Select(k => k.Replace(" ", "").ToLowerInvariant())];
}
