using System.CommandLine;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary>Keeps verbs that know the file of a journal alone from a node whose journal is in a database: the file beside it is of another time.</summary>
internal static class DatabaseRefusal
{
    /// <summary>Refuses a command line, or an environment, with a database.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="tool">What does this verb's work on a database.</param>
    /// <exception cref="InputException">A database is given.</exception>
    public static void Check(ParseResult result, string tool)
    {
        // The connection string may have a password: it is not shown.
        if (SiloInputs.Connection.GivenAs(result) is { } source)
            throw new InputException($"{source} is set: {result.CommandResult.Command.Name} knows journals in files only; use {tool} for a journal in a database, or unset {source}");
    }
}
