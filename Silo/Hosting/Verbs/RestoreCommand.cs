using System.CommandLine;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>restore</c>: a data folder from a backup.</summary>
internal static class RestoreCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var from = new VerbOption("--from", "FILE", "The backup.");
        var command = new Command("restore", "Makes a data folder from a backup. The folder must be new or empty.")
        {
            EmbeddedInputs.Data.Option, SiloInputs.Connection.Option, from.Option,
        };
        command.SetAction(async (result, _) =>
        {
            DatabaseRefusal.Check(result, "pg_restore");
            var file = from.Need(result);
            if (!File.Exists(file.Text))
                throw new InputException($"--from {file.Text}: there is no such file");
            var folder = EmbeddedInputs.Folder(result);
            if (Path.Exists(folder) && (File.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new InputException($"--data {folder} is not empty: a backup never replaces a node; move it away first");
            var last = await SqliteBackup.RestoreAsync(file.Text, folder);
            await streams.Error.WriteLineAsync($"{folder}: restored up to batch {last}; keys are not in a backup: copy keys.json, or make new ones with 'keys add'");
            return ExitCode.Success;
        });
        return command;
    }
}
