using System.Text.Json;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>The checkpoint of a trainer: replaced as a whole, and never a reason not to begin.</summary>
/// <param name="path">Its path.</param>
internal sealed class TrainerFile(string path) : ITrainingFile
{
    private const string Kind = "live-trainer";

    /// <inheritdoc/>
    public void Write(LiveTrainingState state)
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

    /// <inheritdoc/>
    public (bool IsRead, string Said) TryRead(LiveTrainingState state)
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

    private static string About(LiveTrainingState state) => JsonSerializer.Serialize(state.Learner.Fleet);
}
