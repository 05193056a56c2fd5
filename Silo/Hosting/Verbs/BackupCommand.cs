using System.CommandLine;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>backup</c>: the journal of a data folder as one file, while the node runs or not. It has all that was acknowledged before it began.</summary>
internal static class BackupCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var output = new VerbOption("--out", "FILE", "The copy; it must not be there yet.");
        var command = new Command("backup", "Copies the journal of a data folder into one file, also while the node runs. Keys are not in it.")
        {
            EmbeddedInputs.Data.Option, SiloInputs.Connection.Option, output.Option,
        };
        command.SetAction(async (result, _) =>
        {
            DatabaseRefusal.Check(result, "pg_dump");
            var file = output.Need(result);
            if (Path.Exists(file.Text))
                throw new InputException($"--out {file.Text} is there already: a backup never replaces another");
            if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file.Text))))
                throw new InputException($"--out {file.Text}: there is no such folder");
            var last = await SqliteBackup.TakeAsync(EmbeddedInputs.Folder(result), file.Text);
            await streams.Error.WriteLineAsync($"{file.Text}: {new FileInfo(file.Text).Length} bytes, up to batch {last}; read back and whole");
            return ExitCode.Success;
        });
        return command;
    }
}
