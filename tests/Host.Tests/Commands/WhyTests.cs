namespace ControlPlane.Host.Tests.Commands;

public sealed class WhyTests
{
    [Fact]
    public void The_chosen_option_of_a_scoring_rule_has_the_least_score_and_the_next_one_follows()
    {
        var story = Cli.Json("why", "800", "paper-independent", "--policy", "least-energy", "--days", "1");
        var decision = story["decisions"]![0]!;
        var scored = decision["options"]!.AsArray().Where(o => o!["score"] is not null).OrderBy(o => (double)o!["score"]!).ToList();
        Assert.Equal((string)scored[0]!["site"]!, (string)decision["chosen"]!["site"]!);
        Assert.Equal((string)scored[1]!["site"]!, (string)decision["runner_up"]!["site"]!);
        Assert.Equal("completed", (string)story["end"]!);
    }

    [Fact]
    public void The_whole_life_is_told_in_order()
    {
        var story = Cli.Json("why", "800", "paper-independent", "--policy", "least-energy", "--days", "1");
        Assert.Equal(["submitted", "sent", "started", "completed"], story["events"]!.AsArray().Select(e => (string)e!["event"]!));
        Assert.Equal((double)story["size_units"]!, (double)story["events"]![2]!["remaining_units"]!);
    }

    [Fact]
    public void Masked_options_say_why()
    {
        var story = Cli.Json("why", "5000", "paper-independent", "--policy", "least-energy", "--days", "1");
        var options = story["decisions"]![0]!["options"]!.AsArray();
        Assert.Contains(options, o => (string?)o!["masked"] == "too few GPUs are free");
        Assert.All(options, o => Assert.Equal((string?)o!["masked"] == "too few GPUs are free", (int)o["free_gpus"]! == 0));
    }

    [Fact]
    public void A_job_that_lost_its_site_has_a_second_decision_without_it()
    {
        var lost = FindInterrupted();
        Assert.True(lost["decisions"]!.AsArray().Count >= 2);
        var second = lost["decisions"]![1]!;
        var option = second["options"]!.AsArray().First(o => (string)o!["site"]! == "me-central")!;
        Assert.Equal("the site is lost", (string)option["masked"]!);
        Assert.NotEqual("me-central", (string)second["chosen"]!["site"]!);
    }

    [Fact]
    public void Text_marks_the_chosen_option_and_gives_rule_and_notes()
    {
        var result = Cli.Run("why", "800", "paper-independent", "--policy", "fluid", "--days", "1", "-q");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Lines, l => l.StartsWith("chosen  ", StringComparison.Ordinal));
        Assert.Contains("Rule: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("planned energy", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_learned_decision_shows_the_best_few_options_of_each_site_and_what_it_was_priced_with()
    {
        string[] why = ["why", "800", "paper-independent", "--policy", "chsac:budget=1000", "--days", "1", "-q"];
        var few = Cli.Run(why);
        Assert.Matches(@"\d+ of \d+ options left out, the best 3 of each site", few.Out.ReplaceLineEndings(" "));
        Assert.Contains("price of service time", few.Out, StringComparison.Ordinal);
        Assert.Contains("learned price of us-west", few.Out, StringComparison.Ordinal);
        Assert.Contains("quantiles", few.Out, StringComparison.Ordinal);
        var all = Cli.Run([.. why, "--all"]);
        Assert.DoesNotContain("left out", all.Out, StringComparison.Ordinal);
        Assert.True(all.Lines.Length > few.Lines.Length + 20, "every count of every site");
        var decision = Cli.Json(why[..^1])["decisions"]![0]!;
        Assert.Equal((string)decision["options"]![0]!["site"]!, (string)decision["chosen"]!["site"]!);
    }

    [Fact]
    public void Decisions_are_those_of_the_simulated_run()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Cli.Run("simulate", "paper-independent", "--policy", "masked-uniform", "--days", "0.2", "--events", file);
            var started = File.ReadLines(file).First(l => l.Contains("\"started\",\"job\":500,", StringComparison.Ordinal));
            var story = Cli.Json("why", "500", "paper-independent", "--policy", "masked-uniform", "--days", "0.2");
            Assert.Contains($"\"site\":\"{(string)story["decisions"]![0]!["chosen"]!["site"]!}\"", started, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_job_beyond_the_last_is_an_error_that_tells_the_range() =>
        Assert.Matches(@"there is no job 99999: paper-independent submits the jobs 1 to \d+ with seed 123", Cli.Error("why", "99999", "paper-independent", "--policy", "dp", "--days", "0.1"));

    private static System.Text.Json.Nodes.JsonNode FindInterrupted()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Cli.Run("simulate", "lost-site", "--policy", "least-energy", "--events", file);
            var line = File.ReadLines(file).First(l => l.Contains("\"interrupted\"", StringComparison.Ordinal));
            var job = (long)System.Text.Json.Nodes.JsonNode.Parse(line)!["job"]!;
            return Cli.Json("why", job.ToString(), "lost-site", "--policy", "least-energy");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
