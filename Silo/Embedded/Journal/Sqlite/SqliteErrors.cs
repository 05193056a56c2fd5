using Microsoft.Data.Sqlite;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>Errors of SQLite as errors of a journal file.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Corrupt = 11;
    private const int NoDatabase = 26;

    /// <summary>Does work and says what is wrong with the file if it fails.</summary>
    /// <param name="file">The file.</param>
    /// <param name="work">The work.</param>
    public static T Guard<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Of(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalStoreException(JournalFault.Unavailable, file, $"the journal cannot be used: {e.Message}", e);
        }
    }

    /// <summary>What an error means.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">The error.</param>
    public static JournalStoreException Of(string file, SqliteException error) => error.SqliteErrorCode switch
    {
        Corrupt => Unusable(file, $"the journal is damaged: {error.Message}", error),
        NoDatabase => Unusable(file, "this is not a journal, or its beginning is damaged: it is no SQLite data base", error),
        Busy => new JournalStoreException(JournalFault.Held, file, "another program has the journal open", error),
        _ => new JournalStoreException(JournalFault.Unavailable, file, $"the journal cannot be used: {error.Message}", error),
    };

    /// <summary>A file that a person must look at.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="inner">The error beneath.</param>
    public static JournalStoreException Unusable(string file, string what, Exception? inner = null) => new(JournalFault.Unusable, file, what, inner);
}
