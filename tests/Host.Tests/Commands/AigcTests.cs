using System.Text.Json.Nodes;
using ControlPlane.Client.Scenarios;
using ControlPlane.Simulation.Generation.Studies;

namespace ControlPlane.Host.Tests.Commands;

public sealed class AigcTests
{
    [Fact]
    public void Rules_stand_beside_the_oracle_with_every_metric()
    {
        var result = Run("aigc", "--policy", "least-loaded:steps=18,local:steps=30", "--seeds", "2", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var policies = JsonNode.Parse(result.Out)!["policies"]!.AsArray();
        Assert.Equal(["least-loaded:steps=18", "local:steps=30", "greedy"], policies.Select(p => (string)p!["policy"]!));
        double[] utility = [.. policies.Select(p => (double)p!["means"]!["utility_usd"]!["mean"]!)];
        Assert.True(utility[1] < utility[0] && utility[0] < utility[2]);
        Assert.All(policies, p => Assert.Equal(GenerationMetrics.All.Select(m => m.Name), p!["days"]![1]!["metrics"]!.AsObject().Select(m => m.Key)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_event_log_on_any_number_of_threads()
    {
        string Hashes(string threads) => string.Join(' ', Run("aigc", "--policy", "quickest,random", "--seeds", "2", "--threads", threads, "--csv").Lines.Select(l => l.Split(',')[^1]));
        Assert.Equal(Hashes("1"), Hashes("4"));
    }

    [Fact]
    public void What_is_left_out_of_the_inner_layer_costs_money()
    {
        double Energy(params string[] more) =>
            (double)JsonNode.Parse(Run(["aigc", "--policy", "least-loaded", "--seed", "3", "--json", .. more]).Out)!["policies"]![0]!["means"]!["energy_cost_usd"]!["mean"]!;
        var whole = Energy();
        Assert.True(whole < Energy("--without", "battery"));
        Assert.True(whole < Energy("--without", "clocks"));
        Assert.True(whole < Energy("--without", "renewables,selling"));
        Assert.True(whole < Energy("--dispatch", "none"));
    }

    [Fact]
    public void Restless_prices_and_alike_providers_change_what_energy_costs()
    {
        double Of(string metric, params string[] more) =>
            (double)JsonNode.Parse(Run(["aigc", "--policy", "least-loaded", "--seed", "3", "--json", .. more]).Out)!["policies"]![0]!["means"]![metric]!["mean"]!;
        // Batteries earn with what is dear and cheap by turns, and nothing with constant prices.
        double Earned(string spread) => Of("energy_cost_usd", "--price-spread", spread, "--without", "battery") - Of("energy_cost_usd", "--price-spread", spread);
        Assert.True(Earned("3") > Earned("1"));
        Assert.InRange(Earned("0"), -0.5, 0.01);
        Assert.NotEqual(Of("revenue_usd"), Of("revenue_usd", "--model", "SDXL"));
    }

    [Fact]
    public void The_folder_has_the_report_with_its_pages()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(0, Run("aigc", "aigc-hard", "--policy", "least-loaded:steps=10", "--seeds", "2", "--quiet", "--out", folder).ExitCode);
            string[] files = ["generation.json", "generation_runs.csv", "generation_slots.csv", "report.html"];
            Assert.Equal(files, Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
            var html = File.ReadAllText(Path.Combine(folder, "report.html"));
            Assert.All(["The rules compared", "State of charge", "Deadline class urgent", "Steps chosen by greedy", "Where the money goes", "What an image takes", "uncalibrated"], part => Assert.Contains(part, html, StringComparison.Ordinal));
            // Two rules, three providers, 288 slots and a header.
            Assert.Equal(2 * 3 * 288 + 1, File.ReadLines(Path.Combine(folder, "generation_slots.csv")).Count());
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("aigc --policy least-loded", "there is no rule 'least-loded'; did you mean 'least-loaded'?")]
    [InlineData("aigc --policy least-loaded:steps=0", "'steps' must be a whole number in [1, 1000]")]
    [InlineData("aigc --policy greedy,greedy", "'greedy' is given twice")]
    [InlineData("aigc --without wings", "there is no part 'wings'")]
    [InlineData("aigc --price-spread -1", "--price-spread must be a number in [0, 100]")]
    [InlineData("aigc --model SD2", "no provider has a model 'SD2'")]
    [InlineData("aigc --policy jemas:model=nowhere.model", "there is no file 'nowhere.model'")]
    [InlineData("aigc --dispatch magic", "there is no dispatcher 'magic'")]
    [InlineData("aigc aigc-hard --signals nowhere", "--signals: there is no folder 'nowhere'")]
    [InlineData("aigc aigc-hard --signals .", "--signals means nothing to 'aigc-hard', whose prices and weather are in no file")]
    [InlineData("aigc paper", "run it with 'controlplane simulate paper'")]
    [InlineData("simulate aigc-day", "run it with 'controlplane aigc aigc-day'")]
    [InlineData("aigc aigc-dya", "did you mean 'aigc-day'?")]
    public void A_mistake_says_what_is_possible(string command, string message)
    {
        var result = Run(command.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_placements_is_refused_before_anything_runs()
    {
        var result = Run("aigc", "--policy", $"jemas:model={Path.Combine(AppContext.BaseDirectory, "models", "chsac.model")}");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the model 'chsac.model' cannot be used: the checkpoint is of a placement-model, not of a scheduling-model", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_listed_and_days_are_validated()
    {
        Assert.Contains("least-loaded", Run("aigc", "--list").Out, StringComparison.Ordinal);
        var file = Path.Combine(AppContext.BaseDirectory, "scenarios", "aigc-day.yaml");
        var result = Run("validate", file);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("ok (aigc-day: 3 providers, 36 GPUs", result.Out, StringComparison.Ordinal);
        Assert.Contains("aigc-hard", Run("scenarios").Out, StringComparison.Ordinal);
    }

    private static CliResult Run(params string[] args) => Cli.Run(args, colour: false, isTerminal: false, scenarios: new ScenarioSource());
}
