using System.Text.Json.Nodes;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Host.Tests.Commands;

public sealed class SimulateTests
{
    [Fact]
    public void Every_policy_asked_for_is_a_row_in_its_order()
    {
        var result = Cli.Run("simulate", "paper-independent", "--days", "0.1", "--policy", "ucb1,dp", "-q");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Equal("paper-independent: 8 sites, 1488 GPUs, 2.4 h, load 1, seed 123", result.Lines[0]);
        Assert.Equal(["ucb1", "dp"], result.Lines.Select(l => l.Split(' ')[0]).Where(w => w is "dp" or "ucb1"));
    }

    [Fact]
    public void Piling_jobs_and_a_load_that_nobody_can_carry_are_said()
    {
        var text = string.Join(' ', Cli.Run("simulate", "paper-independent", "--days", "0.3", "--load", "4", "--policy", "dp,fluid", "-q").Lines);
        Assert.Contains("Note: jobs pile up under dp, fluid: ", text, StringComparison.Ordinal);
        Assert.Contains("The load is 131 % of what the fleet can do: no policy can carry it.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pile up", Cli.Run("simulate", "paper-independent", "--days", "0.3", "--policy", "fluid", "-q").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_run_also_shows_its_sites()
    {
        var result = Cli.Run("simulate", "paper-independent", "--days", "0.1", "--policy", "dp");
        Assert.Contains("Sites under dp", result.Out, StringComparison.Ordinal);
        Assert.Contains(result.Lines, l => l.StartsWith("me-central ", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_every_metric_of_every_run_with_its_definition()
    {
        var document = Cli.Json("simulate", "paper-independent", "--days", "0.1", "--policy", "dp,fluid", "--seeds", "2");
        Assert.Equal("study", (string)document["kind"]!);
        Assert.False((bool)document["partial"]!);
        Assert.Equal(8640, (double)document["horizon_s"]!);
        var names = Metrics.All.Select(m => m.Name).ToArray();
        Assert.Equal(names, document["metrics"]!.AsObject().Select(m => m.Key));
        foreach (var policy in document["policies"]!.AsArray())
        {
            Assert.Equal([123L, 124L], policy!["runs"]!.AsArray().Select(r => (long)r!["seed"]!));
            Assert.All(policy["runs"]!.AsArray(), r => Assert.Equal(names, r!["metrics"]!.AsObject().Select(m => m.Key)));
            Assert.Equal(2, (int)policy["summary"]!["joules_per_unit"]!["count"]!);
        }
    }

    [Fact]
    public void Figures_that_do_not_exist_are_null_never_zero()
    {
        var document = Cli.Json("simulate", "paper-independent", "--days", "10s", "--policy", "dp", "--load", "0.0001");
        var metrics = document["policies"]![0]!["runs"]![0]!["metrics"]!;
        Assert.Equal(0, (double)metrics["completed_jobs"]!);
        Assert.Null(metrics["service_mean_s"]);
        Assert.Null(metrics["joules_per_unit"]);
    }

    [Fact]
    public void A_shadow_is_shown_beside_every_policy_and_in_json()
    {
        string[] study = ["simulate", "paper-independent", "--days", "0.1", "--policy", "least-loaded,fluid", "--shadow", "least-loaded", "-q"];
        Assert.Contains("What least-loaded would have done as a shadow of each", Cli.Run(study).Lines);
        var shadows = Cli.Json(study)["policies"]!.AsArray().Select(p => p!["runs"]![0]!["shadow"]!).ToArray();
        Assert.All(shadows, s => Assert.Equal("least-loaded", (string)s["policy"]!));
        Assert.Equal(0, (double)shadows[0]["elsewhere_percent"]!);
        Assert.InRange((double)shadows[1]["elsewhere_percent"]!, 1, 100);
        Assert.Null(Cli.Json("simulate", "paper-independent", "--days", "0.1", "--policy", "fluid", "-q")["policies"]![0]!["runs"]![0]!["shadow"]);
    }

    [Theory]
    [InlineData("dp,fluid", "error: --shadow: give one policy")]
    [InlineData("lowest-price", "error: --shadow: ")]
    [InlineData("nobody", "error: --shadow: ")]
    public void A_shadow_that_cannot_be_is_refused(string shadow, string error)
    {
        var result = Cli.Run("simulate", "paper-independent", "--days", "0.1", "--policy", "dp", "--shadow", shadow);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_is_one_table_with_a_row_a_run()
    {
        var result = Cli.Run("simulate", "paper-independent", "--days", "0.1", "--policy", "dp,ucb1", "--seeds", "3", "--csv");
        Assert.Equal("", result.Error);
        Assert.StartsWith("scenario,policy,seed,partial,simulated_s,submitted_jobs,completed_jobs,", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal(7, result.Lines.Length);
        Assert.All(result.Lines, l => Assert.Equal(5 + Metrics.All.Count, l.Split(',').Length));
    }

    [Fact]
    public void Threads_do_not_change_results()
    {
        string[] common = ["simulate", "paper-independent", "--days", "0.1", "--policy", "dp,masked-uniform,fluid", "--seeds", "2", "--json"];
        Assert.Equal(Cli.Run([.. common, "--threads", "1"]).Out, Cli.Run([.. common, "--threads", "4"]).Out);
    }

    [Fact]
    public void The_event_log_has_the_whole_life_of_jobs_and_the_figures_agree_with_it()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var result = Cli.Run("simulate", "paper-independent", "--days", "0.1", "--policy", "dp", "--events", file, "--json");
            var events = File.ReadLines(file).Select(l => JsonNode.Parse(l)!).ToList();
            var completed = (double)JsonNode.Parse(result.Out)!["policies"]![0]!["runs"]![0]!["metrics"]!["completed_jobs"]!;
            Assert.True(completed > 0);
            Assert.Equal(completed, events.Count(e => (string)e["event"]! == "completed"));
            var life = events.Where(e => (long?)e["job"] == 1).ToList();
            Assert.Equal("submitted", (string)life[0]["event"]!);
            Assert.StartsWith("gw-", (string)life[0]["ingress"]!, StringComparison.Ordinal);
            Assert.Equal(events.Select(e => (double)e["time_s"]!).Order(), events.Select(e => (double)e["time_s"]!));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_cancelled_run_prints_what_holds_so_far_and_fails()
    {
        using var source = new CancellationTokenSource();
        var result = Cli.Run(
            ["simulate", "interrupted", "--policy", "dp", "--json"], colour: false, isTerminal: false, scenarios: new InterruptedScenario(source), cancellation: source.Token);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error: cancelled: the results are partial and marked so", result.Error, StringComparison.Ordinal);
        var document = JsonNode.Parse(result.Out)!;
        Assert.True((bool)document["partial"]!);
        var run = document["policies"]![0]!["runs"]![0]!;
        Assert.True((bool)run["partial"]!);
        Assert.InRange((double)run["simulated_s"]!, 1, 7 * 86_400 - 1);
    }

    [Fact]
    public void Cancelled_before_anything_ran_says_so()
    {
        var result = Cli.Run(["simulate", "paper", "--policy", "dp"], colour: false, isTerminal: false, cancellation: new CancellationToken(canceled: true));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.Equal("error: cancelled before there was a result\n", result.Error);
    }
}
