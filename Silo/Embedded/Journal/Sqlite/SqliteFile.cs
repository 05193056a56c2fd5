using ControlPlane.Silo.Hosting;
using Microsoft.Data.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>The journal as a SQLite file: how it is made, opened and known.</summary>
internal static class SqliteFile
{
    // "CPnj" in the header of the file says whose it is.
    private const int ApplicationId = 0x43506E6A;
    private const int Version = 1;

    private const string Schema =
        """
        CREATE TABLE batch (number INTEGER PRIMARY KEY, operation_count INTEGER NOT NULL, operations BLOB NOT NULL, checksum INTEGER NOT NULL);
        CREATE TABLE snapshot (number INTEGER PRIMARY KEY, length INTEGER NOT NULL, checksum INTEGER NOT NULL);
        CREATE TABLE snapshot_part (number INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (number, part));
        """;

    /// <summary>Opens a journal for this process alone; makes it if there is none.</summary>
    /// <param name="file">The file. Its folder is locked already.</param>
    public static SqliteConnection Open(string file)
    {
        if (!File.Exists(file))
            Create(file);
        if (new FileInfo(file).Length == 0)
            throw SqliteErrors.Unusable(file, "the journal is empty: it was cut");
        var connection = Connect(file, SqliteOpenMode.ReadWrite);
        try
        {
            Prepare(connection, file);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal, or a copy of one, beside whoever writes to it.</summary>
    /// <param name="file">The file.</param>
    public static SqliteConnection OpenToRead(string file)
    {
        if (!File.Exists(file))
            throw new JournalStoreException(JournalFault.Unavailable, file, "there is no journal");
        // A log beside the file has an index in shared memory, which readers take part in; a copy may lie where nothing can be written.
        var connection = Connect(file, File.Exists(file + "-wal") ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly);
        try
        {
            CheckOwner(connection, file);
            CheckPages(connection, file);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Prepare(SqliteConnection connection, string file)
    {
        // Not in SQLite's exclusive mode: backups and checks read beside the node. That no second node writes is what the lock of the folder is for.
        CheckOwner(connection, file);
        if (Read(connection, "PRAGMA journal_mode = WAL") is not "wal")
            throw new JournalStoreException(JournalFault.Unavailable, file, "SQLite cannot keep a write-ahead log here");
        // Every commit is on disk when it ends.
        Execute(connection, "PRAGMA synchronous = FULL");
        CheckPages(connection, file);
        // What a snapshot left that was broken off.
        Execute(connection, "DELETE FROM snapshot_part WHERE number NOT IN (SELECT number FROM snapshot)");
    }

    private static void CheckPages(SqliteConnection connection, string file)
    {
        if (Read(connection, "PRAGMA quick_check(1)") is var check and not "ok")
            throw SqliteErrors.Unusable(file, $"the journal is damaged: {check}");
    }

    private static void CheckOwner(SqliteConnection connection, string file)
    {
        var (owner, version) = (Read(connection, "PRAGMA application_id"), Read(connection, "PRAGMA user_version"));
        if (owner is not (long)ApplicationId)
            throw SqliteErrors.Unusable(file, "this is a SQLite data base of another program, not a journal");
        if (version is not (long)Version)
            throw SqliteErrors.Unusable(file, $"the journal has version {version}; this build knows {Version}");
    }

    // Made under another name: a file that has the right one is whole, and one that is empty is damaged.
    private static void Create(string file)
    {
        if (File.Exists(file + "-wal"))
            throw SqliteErrors.Unusable(file, "the journal is missing and its write-ahead log (-wal) is there");
        var made = file + ".new";
        File.Delete(made);
        File.Delete(made + "-journal");
        // For this user alone; the log gets the same rights from SQLite.
        PrivateFile.Create(made);
        using (var connection = Connect(made, SqliteOpenMode.ReadWrite))
        {
            Execute(connection, $"PRAGMA synchronous = FULL; BEGIN; {Schema} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT;");
        }

        // The entry in the folder is on disk with the first commit: SQLite syncs the folder when it begins a log.
        File.Move(made, file);
    }

    /// <summary>Connects to a file.</summary>
    public static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
