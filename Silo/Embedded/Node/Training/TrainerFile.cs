using System.Text.Json;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>The checkpoint of a trainer: replaced as a whole, and never a reason not to begin.</summary>
internal static class TrainerFile
{
    private const string Kind = "live-trainer";

    /// <summary>Replaces it: whoever reads it, also after a crash, finds the old or the new one.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="state">What is kept.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, TrainerState state)
    {
        var next = $"{path}.next";
        File.Delete(next);
        using (var file = new FileStream(next, PrivateFile.Options(FileMode.CreateNew)))
        {
            Checkpoint.Write(file, Kind, state, About(state));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="state">Changed if all of it is good.</param>
    /// <returns>Whether it was, and what there is to say; nothing where there is no file.</returns>
    public static (bool IsRead, string Said) TryRead(string path, TrainerState state)
    {
        if (!File.Exists(path))
            return (false, "");
        try
        {
            using var file = File.OpenRead(path);
            var header = Checkpoint.Describe(file);
            if (header.Kind == Kind && header.About != About(state))
                return (false, "its checkpoint is of another fleet");
            file.Position = 0;
            Checkpoint.Read(file, Kind, state);
            return (true, "its checkpoint");
        }
        catch (Exception error) when (error is CheckpointException or IOException or UnauthorizedAccessException)
        {
            return (false, $"its checkpoint was not read: {error.Message}");
        }
    }

    private static string About(TrainerState state) => JsonSerializer.Serialize(state.Learner.Fleet);
}
