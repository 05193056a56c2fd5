using ControlPlane.Silo.Embedded.Journal.Postgres;
using ControlPlane.Silo.Embedded.Journal.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Where a node keeps its journal, as it is configured: a data folder or a database.</summary>
public sealed record JournalPlace
{
    /// <summary>The data folder; used when there is no connection string.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>Connection string of a PostgreSQL database; null for SQLite in the data folder.</summary>
    public string? Connection { get; init; }

    /// <summary>The storage. Nothing is opened yet.</summary>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The connection string is not one, or names no host.</exception>
    public IJournalStorage Storage(TimeProvider time) =>
        Connection is { } connection ? new PostgresJournalStorage(connection, time) : new SqliteJournalStorage(Folder);

    /// <summary>Opens the journal as it is at this moment, to be read beside a node that may be writing to it.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">The connection string is not one, or names no host.</exception>
    /// <exception cref="JournalStoreException">There is no journal that this build reads, it is damaged or out of reach.</exception>
    public async Task<IJournalSource> OpenToReadAsync(CancellationToken cancellation = default) => Connection is { } connection
        ? await PostgresJournalSource.OpenAsync(connection, cancellation)
        : SqliteJournalSource.Open(new SqliteJournalStorage(Folder).Place);
}
