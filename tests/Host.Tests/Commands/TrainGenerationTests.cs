using ControlPlane.Policies.Generation.Learned;

namespace ControlPlane.Host.Tests.Commands;

public sealed class TrainGenerationTests(TinyDays days) : IClassFixture<TinyDays>, IDisposable
{
    private const string Priced = "jemas:width=8,warm-up=100";
    private const string Sac = "jemas-sac:width=16,warm-up=100,memory=2000,pay-out=delayed,slots=2";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(Priced)]
    [InlineData(Sac)]
    public void Every_seed_keeps_days_checkpoint_and_model_and_the_best_model_comes_with_a_page(string learner)
    {
        var document = Cli.Json(days.Train(learner, "--rounds", "2", "--seeds", "2", "--out", _folder));
        Assert.Equal("tiny-days", (string)document["scenario"]!);
        var rows = File.ReadAllLines(Path.Combine(_folder, "seed-124", "telemetry.csv"));
        Assert.StartsWith("round,decisions,updates,processor_s,utility_usd,late_percent,", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("held_out_utility_usd,held_out_late_percent,best", rows[0], StringComparison.Ordinal);
        Assert.Equal(3, rows.Length);
        Assert.All(rows, r => Assert.Equal(rows[0].Split(',').Length, r.Split(',').Length));
        var best = File.ReadAllBytes(Path.Combine(_folder, "best.model"));
        var card = SchedulingModels.Read(best).Card;
        Assert.Equal((learner.Split(':')[0], (long)document["best_seed"]!), (card.Preset, card.Seed));
        var utility = document["seeds"]!.AsArray().ToDictionary(s => (long)s!["seed"]!, s => s!["held_out_utility_usd"]!.GetValue<double>());
        Assert.Equal((utility.Values.Max(), utility.Values.Max()), (utility[card.Seed], card.HeldOut!.Value));
        var page = File.ReadAllText(Path.Combine(_folder, "report.html"));
        Assert.All((string[])["Held-out utility of a day", "Held-out jobs that are late", "What training took", "Utility USD"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_trained_model_is_shown_and_runs_beside_the_rules_and_evaluate_says_where()
    {
        Cli.Json(days.Train(Priced, "--rounds", "1", "--seed", "5", "--out", _folder));
        var model = Path.Combine(_folder, "best.model");
        var shown = Cli.Json("policies", "show", model);
        Assert.Equal(("jemas", "tiny-days", 3), ((string)shown["preset"]!, (string)shown["scenario"]!, shown["fleet"]!.AsArray().Count));
        Assert.NotNull(shown["held_out_utility_usd"]);
        Assert.Contains("ASP-SDXL", Cli.Run("policies", "show", model).Out, StringComparison.Ordinal);
        var study = Cli.Json("aigc", days.Scenario, "--policy", $"jemas:model={model}", "--seed", "1", "--quiet");
        Assert.Equal([$"jemas:model={model}", "greedy"], study["policies"]!.AsArray().Select(p => (string)p!["policy"]!));
        Assert.Contains($"--policy jemas:model={model}", Cli.Error("evaluate", model), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_training_comes_to_the_same_bytes()
    {
        string[] command = days.Train(Priced, "--rounds", "3", "--seed", "1", "--out", _folder);
        Cli.Json(command);
        var (model, checkpoint) = (Path.Combine(_folder, "best.model"), Path.Combine(_folder, "seed-1", "training.checkpoint"));
        var (bytes, kept) = (File.ReadAllBytes(model), File.ReadAllBytes(checkpoint));
        Assert.Contains("--resume", Cli.Error(command), StringComparison.Ordinal);
        Cli.Json([.. command, "--resume"]);
        Assert.Equal(bytes, File.ReadAllBytes(model));
        Assert.Equal(kept, File.ReadAllBytes(checkpoint));
    }

    [Theory]
    [InlineData("setting 'exploration' was 0.05 and is 0.1", "jemas:width=8,warm-up=100,exploration=0.1")]
    [InlineData("learner was jemas and is jemas-sac", Sac)]
    [InlineData("--held-out-days was 1 and is 2", Priced, "--held-out-days", "2")]
    [InlineData("--learned-share was 0.75 and is 0.5", Priced, "--learned-share", "0.5")]
    [InlineData("scenario was tiny-days and is aigc-hard", Priced, "--scenario", "aigc-hard")]
    public void Going_on_with_something_else_is_refused_and_says_what_differs(string message, string learner, params string[] other)
    {
        Cli.Json(days.Train(Priced, "--rounds", "1", "--seed", "1", "--out", _folder));
        List<string> args = [.. days.Train(learner, "--rounds", "1", "--seed", "1", "--out", _folder, "--resume")];
        if (other.Length == 2 && args.IndexOf(other[0]) is >= 0 and var at)
            args[at + 1] = other[1];
        else
            args.AddRange(other);
        Assert.Contains(message, Cli.Error([.. args]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_of_another_content_is_told_from_it_by_a_digest()
    {
        Cli.Json(days.Train(Priced, "--rounds", "1", "--seed", "1", "--out", _folder));
        using var other = new TinyDays();
        File.AppendAllText(other.Scenario, "revenue: 0.0003\n");
        var error = Cli.Error(other.Train(Priced, "--rounds", "1", "--seed", "1", "--out", _folder, "--resume"));
        Assert.Contains("content of the scenario was", error, StringComparison.Ordinal);
        Assert.DoesNotContain("scenario was tiny-days", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--look-length means nothing to 'jemas', which learns from one whole day a round", "jemas", "--look-length", "1")]
    [InlineData("--worlds means nothing to 'jemas-sac'", "jemas-sac", "--worlds", "2")]
    [InlineData("--held-out-days means nothing to 'priced', which learns to place jobs", "priced", "--held-out-days", "2")]
    [InlineData("--signals means nothing to 'priced', which learns to place jobs", "priced", "--signals", ".")]
    [InlineData("--signals: there is no folder 'nowhere'", "jemas", "--signals", "nowhere")]
    [InlineData("'aigc-hard' is a day of generation, and 'priced' learns to place jobs: jemas, jemas-sac", "priced", "--scenario", "aigc-hard")]
    [InlineData("'paper' is a fleet of data centres, and 'jemas' learns from days of generation", "jemas", "--scenario", "paper")]
    [InlineData("--learned-share must be a number in (0, 1]", "jemas", "--learned-share", "1.5")]
    [InlineData("at most 1 for a decomposition", "jemas-sac:weight=2")]
    [InlineData("did you mean 'jemas'?", "jemass")]
    public void Wrong_input_is_refused_before_anything_runs(string message, params string[] args) =>
        Assert.Contains(message, Cli.Error(["train", .. args, "--out", _folder]), StringComparison.Ordinal);
}
