namespace ControlPlane.Host.Tests.Commands;

public sealed class CompareTests
{
    private static readonly string[] Short = ["compare", "paper-independent", "--days", "0.1", "--seeds", "3"];

    [Fact]
    public void Means_come_with_intervals_and_the_best_is_marked()
    {
        var result = Cli.Run([.. Short, "--policies", "dp,fluid", "--metrics", "joules_per_unit"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^dp +3 +\d+\.\d{3} \+- \d+\.\d{3}$", result.Out);
        Assert.Matches(@"(?m)^fluid +3 +\*\d+\.\d{3} \+- \d+\.\d{3}$", result.Out);
    }

    [Fact]
    public void Rows_are_sorted_best_first_when_asked()
    {
        Assert.Equal(["dp", "masked-n1", "fluid"], Names(Cli.Run([.. Short, "--policies", "dp,masked-n1,fluid"])));
        Assert.Equal(["fluid", "dp", "masked-n1"], Names(Cli.Run([.. Short, "--policies", "dp,masked-n1,fluid", "--sort", "above_frontier_percent"])));
    }

    [Fact]
    public void A_baseline_that_is_not_among_the_policies_is_added()
    {
        var document = Cli.Json([.. Short, "--policies", "fluid", "--baseline", "dp"]);
        Assert.Equal("dp", (string)document["baseline"]!);
        Assert.Equal(["dp", "fluid"], document["policies"]!.AsArray().Select(p => (string)p!["policy"]!));
    }

    [Fact]
    public void Differences_are_paired_seed_by_seed()
    {
        var document = Cli.Json([.. Short, "--policies", "dp,fluid", "--baseline", "dp"]);
        var (dp, fluid) = (document["policies"]![0]!, document["policies"]![1]!);
        var pairs = dp["runs"]!.AsArray().Zip(fluid["runs"]!.AsArray(), (a, b) => (double)b!["metrics"]!["energy_kwh"]! - (double)a!["metrics"]!["energy_kwh"]!);
        Assert.Equal(pairs.Average(), (double)fluid["difference_to_baseline"]!["energy_kwh"]!["mean"]!, 9);
        Assert.Equal(0, (double)dp["difference_to_baseline"]!["energy_kwh"]!["mean"]!);
        Assert.Equal(0, (double)fluid["difference_to_baseline"]!["submitted_jobs"]!["mean"]!);
    }

    [Fact]
    public void Five_seeds_are_run_when_none_are_named() =>
        Assert.Equal(5, Cli.Json("compare", "paper-independent", "--days", "1h", "--policies", "dp")["seeds"]!.AsArray().Count);

    private static string[] Names(CliResult result) =>
        [.. result.Lines.SkipWhile(l => !l.StartsWith("---", StringComparison.Ordinal)).Skip(1).Select(l => l.Split(' ')[0]).Where(w => w is "dp" or "fluid" or "masked-n1")];
}
