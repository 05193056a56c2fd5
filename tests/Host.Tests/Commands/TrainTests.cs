using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Host.Tests.Commands;

public sealed class TrainTests(TinyTraining trained) : IClassFixture<TinyTraining>, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_seed_keeps_rounds_checkpoint_and_model_and_the_best_model_comes_with_a_page()
    {
        var document = Cli.Json(Train("--rounds", "3", "--seeds", "2", "--out", _folder));
        Assert.Equal([123, 124], document["seeds"]!.AsArray().Select(s => (long)s!["seed"]!));
        foreach (var seed in (string[])["seed-123", "seed-124"])
        {
            var rows = File.ReadAllLines(Path.Combine(_folder, seed, "telemetry.csv"));
            Assert.Equal(4, rows.Length);
            Assert.StartsWith("round,decisions,updates,processor_s,loss,", rows[0], StringComparison.Ordinal);
            Assert.Equal(["1", "2", "3"], rows.Skip(1).Select(r => r.Split(',')[0]));
            Assert.All(rows, r => Assert.Equal(rows[0].Split(',').Length, r.Split(',').Length));
            Assert.True(File.Exists(Path.Combine(_folder, seed, "training.checkpoint")));
        }

        var best = File.ReadAllBytes(Path.Combine(_folder, "best.model"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, $"seed-{(long)document["best_seed"]!}", "best.model")), best);
        var card = LearnedModels.Read(best).Card;
        Assert.Equal(("priced", "paper-independent", (long)document["best_seed"]!), (card.Preset, card.Scenario, card.Seed));
        Assert.Equal(
            document["seeds"]!.AsArray().Single(s => (long)s!["seed"]! == card.Seed)!["held_out_above_frontier_percent"]!.GetValue<double>(), card.HeldOut!.Value);
        Assert.Contains("Held-out energy above the frontier", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_a_checkpoint_is_not_overwritten() => Assert.Contains("--resume", Cli.Error(trained.Arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("--worlds was 2 and is 3", "--worlds", "3")]
    [InlineData("--rounds was 1 and is 2", "--rounds", "2")]
    [InlineData("setting 'width' was 4 and is 8", "priced:width=8")]
    [InlineData("learner was priced and is paper", "paper")]
    [InlineData("scenario was paper-independent and is lost-site", "--scenario", "lost-site")]
    public void Going_on_with_something_else_is_refused_and_says_what_differs(string message, params string[] other)
    {
        List<string> args = [.. trained.Arguments, "--resume"];
        if (other.Length == 1)
            args[1] = other[0];
        else if (args.IndexOf(other[0]) is >= 0 and var index)
            args[index + 1] = other[1];
        else
            args.AddRange(other);
        Assert.Contains(message, Cli.Error([.. args]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated", 0.5, -1)]
    [InlineData("corrupt", 1.0, 200)]
    [InlineData("older version", 1.0, 8)]
    public void A_damaged_or_older_checkpoint_is_refused_and_the_message_says_which(string message, double share, int at)
    {
        var bytes = File.ReadAllBytes(trained.Checkpoint);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "seed-1")).FullName, "training.checkpoint");
        if (at >= 0)
            bytes[at]--;
        File.WriteAllBytes(file, bytes[..(int)(bytes.Length * share)]);
        Assert.Contains(message, Cli.Error(Train("--rounds", "1", "--seed", "1", "--out", _folder, "--resume")), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_behind_the_checkpoint_and_one_cut_short_are_gone_when_it_is_resumed()
    {
        string[] args = Train("--rounds", "2", "--seed", "1", "--out", _folder);
        Cli.Json(args);
        var file = Path.Combine(_folder, "seed-1", "telemetry.csv");
        var rows = File.ReadAllLines(file);
        // Killed behind a row, before its checkpoint; and within a row.
        File.AppendAllText(file, "3" + rows[2][1..] + "\n4,12");
        Cli.Json([.. args, "--resume"]);
        Assert.Equal(rows, File.ReadAllLines(file));
    }

    [Fact]
    public void Ended_by_ctrl_c_it_says_what_is_kept_and_goes_on_from_there()
    {
        using var source = new CancellationTokenSource();
        string[] args = ["train", "priced:width=4,decisions-per-update=1000000", "--rounds", "40", "--worlds", "2", "--world-length", "30m", "--look-every", "40", "--seed", "1", "-q", "--out", _folder];
        var result = Cli.Run(args, colour: false, isTerminal: false, scenarios: new InterruptedScenario(source, at: 3000), cancellation: source.Token);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"the last whole round of seed 1 is kept in '{_folder}'; go on with: controlplane train priced", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("--resume\n", result.Error, StringComparison.Ordinal);
        var rows = File.ReadAllLines(Path.Combine(_folder, "seed-1", "telemetry.csv")).Length - 1;
        Assert.InRange(rows, 1, 39);
    }

    [Theory]
    [InlineData("there is no learner 'pricd'; did you mean 'priced'?", "pricd")]
    [InlineData("'width' must be a whole number in [4, 1024]", "priced:width=1")]
    [InlineData("--load must be a range", "priced", "--load", "2..1")]
    [InlineData("--world-length must be a length of time", "priced", "--world-length", "0")]
    public void Wrong_input_is_refused_before_anything_runs(string message, params string[] args) =>
        Assert.Contains(message, Cli.Error(["train", .. args, "--out", _folder]), StringComparison.Ordinal);

    [Fact]
    public void Learners_are_listed_with_their_settings()
    {
        var rows = Cli.Json("train", "--list").AsArray();
        Assert.Equal(LearnerCatalog.All.Sum(l => l.Parameters.Count) + SchedulingLearnerCatalog.All.Sum(l => l.Parameters.Count), rows.Count);
        Assert.Contains("PRESET is missing", Cli.Error("train"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_names_what_it_is()
    {
        using var file = File.OpenRead(trained.Checkpoint);
        var header = Checkpoint.Describe(file);
        Assert.Equal("training", header.Kind);
        Assert.Contains("\"seed\":\"1\"", header.About, StringComparison.Ordinal);
    }

    private static string[] Train(params string[] more) => [.. TinyTraining.Command, .. more];
}
