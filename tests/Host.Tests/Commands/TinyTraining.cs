namespace ControlPlane.Host.Tests.Commands;

/// <summary>A training of one round, for tests that only look at what it kept.</summary>
public sealed class TinyTraining : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public TinyTraining()
    {
        Arguments = [.. Command, "--rounds", "1", "--seed", "1", "--out", _folder];
        Cli.Json(Arguments);
    }

    /// <summary>Minutes of two worlds, and hardly an update: what is tested is what is kept.</summary>
    public static IReadOnlyList<string> Command { get; } = ["train", "priced:width=4", "--worlds", "2", "--world-length", "10m", "--look-length", "30m", "--quiet"];

    /// <summary>The command line of this one.</summary>
    public string[] Arguments { get; }

    /// <summary>Its checkpoint.</summary>
    public string Checkpoint => Path.Combine(_folder, "seed-1", "training.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
