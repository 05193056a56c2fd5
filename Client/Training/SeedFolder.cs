using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>What a session keeps: the checkpoint to go on from, the best model, and a row a round.</summary>
/// <param name="path">The folder.</param>
/// <param name="kind">What held-out runs measure.</param>
internal sealed class SeedFolder(string path, HeldOutKind kind)
{
    /// <summary>What the checkpoints of sessions are called.</summary>
    public const string Kind = "training";

    /// <summary>The folder of a seed.</summary>
    /// <param name="request">The training.</param>
    /// <param name="seed">The seed.</param>
    public static SeedFolder Of(TrainRequest request, long seed) => new(Path.Combine(request.Folder, $"seed-{seed}"), request.What.HeldOut);

    /// <summary>Where the session goes on.</summary>
    public string CheckpointPath { get; } = Path.Combine(path, "training.checkpoint");

    /// <summary>The best model so far.</summary>
    public string ModelPath { get; } = Path.Combine(path, "best.model");

    /// <summary>The rows.</summary>
    public TelemetryFile Telemetry { get; } = new(Path.Combine(path, "telemetry.csv"), kind);

    /// <summary>Whether there is something to go on from.</summary>
    public bool HasCheckpoint => File.Exists(CheckpointPath);

    /// <summary>Keeps the best model so far.</summary>
    /// <param name="model">The model.</param>
    public void Keep(ITrainedModel model) => DurableFile.Replace(ModelPath, model.ToBytes());

    /// <summary>Keeps where a session is.</summary>
    /// <param name="session">The session, between two rounds.</param>
    /// <param name="identity">Its identity.</param>
    public void Keep(ICheckpointed session, TrainingIdentity identity) =>
        DurableFile.Replace(CheckpointPath, file => Checkpoint.Write(file, Kind, session, identity.ToText()));

    /// <summary>Checks that a session could go on from what is kept.</summary>
    /// <param name="identity">Its identity.</param>
    /// <exception cref="InputException">It cannot; the message says why.</exception>
    public void Check(TrainingIdentity identity) => Open(file =>
    {
        var header = Checkpoint.Describe(file);
        if (header.Kind != Kind)
            throw Refusal($"it is of a {header.Kind}, not of a {Kind}");
        if (Complaint(header.About, identity) is { } complaint)
            throw Refusal(complaint);
    });

    /// <summary>Reads where a session was; <see cref="Check"/> found nothing wrong with it.</summary>
    /// <param name="session">A new one, which is then as the kept one was.</param>
    /// <exception cref="InputException">It cannot go on from there; the message says why.</exception>
    public void Restore(ICheckpointed session) => Open(file => Checkpoint.Read(file, Kind, session));

    private void Open(Action<Stream> read)
    {
        try
        {
            using var file = File.OpenRead(CheckpointPath);
            read(file);
        }
        catch (Exception e) when (e is CheckpointException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(e.Message.TrimEnd('.'));
        }
    }

    private static string? Complaint(string about, TrainingIdentity now)
    {
        if (TrainingIdentity.Parse(about) is not { } then)
            return "it does not say what was trained";
        var differences = now.Differences(then).ToList();
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private InputException Refusal(string complaint) => new($"--resume: cannot go on from '{CheckpointPath}': {complaint}");
}
