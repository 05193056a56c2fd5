using ControlPlane.Host.Tests.Commands;

namespace ControlPlane.Host.Tests.Processes;

/// <summary>Killed at any moment and resumed, a training comes to the bytes of one that was not.</summary>
public sealed class TrainingKillTests : IDisposable
{
    private const int Rounds = 5;

    private static readonly string[] Placements =
    [
        "train", "priced:width=8,decisions-per-update=4", "--rounds", $"{Rounds}", "--worlds", "2", "--world-length", "30m", "--load", "1.8", "--look-every", "1", "--look-length", "30m", "--seed", "1", "-q",
    ];

    private readonly TinyDays _days = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        _days.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_and_resumed_it_gives_the_same_model_and_the_same_checkpoint(bool isGeneration)
    {
        var training = isGeneration ? _days.Train("jemas:width=32,warm-up=100,decisions-per-update=1", "--rounds", $"{Rounds}", "--seed", "1") : Placements;
        var (whole, cut) = (Path.Combine(_folder, "whole"), Path.Combine(_folder, "cut"));
        Assert.Equal(0, (await Executable.Finish(Executable.Start([.. training, "--out", whole]))).ExitCode);
        var process = Executable.Start([.. training, "--out", cut]);
        var checkpoint = Path.Combine(cut, "seed-1", "training.checkpoint");
        while (!process.HasExited && !File.Exists(checkpoint))
            await Task.Yield();
        process.Kill();
        Assert.NotEqual(0, (await Executable.Finish(process)).ExitCode);
        var rowsThen = Rows(cut).Length;

        var resumed = await Executable.Finish(Executable.Start([.. training, "--out", cut, "--resume"]));
        Assert.Equal(0, resumed.ExitCode);
        Assert.InRange(rowsThen, 1, Rounds - 1);
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "best.model")), File.ReadAllBytes(Path.Combine(cut, "best.model")));
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "seed-1", "training.checkpoint")), File.ReadAllBytes(checkpoint));
        Assert.Equal(Rows(whole), Rows(cut));
    }

    // All but the processor time.
    private static string[] Rows(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "seed-1", "telemetry.csv")).Skip(1).Select(r => string.Join(',', r.Split(',').Where((_, i) => i != 3)))];
}
