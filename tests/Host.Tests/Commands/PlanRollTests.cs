namespace ControlPlane.Host.Tests.Commands;

public sealed class PlanRollTests
{
    private static readonly string[] Tiny = ["--sites", "2", "--hours", "4", "--jobs", "2", "--classes", "1", "--solver", "built-in", "-q"];

    [Fact]
    public void Rolling_stands_between_foresight_and_no_planning_with_jobs_beside_emissions()
    {
        var rows = Cli.Json(["plan", "roll", "--replan", "2", .. Tiny])["runs"]!.AsArray();
        Assert.Equal(["perfect foresight", "rolling", "no planning"], rows.Select(row => (string)row!["plan"]!));
        Assert.All(rows, row => Assert.Equal(0, (double)row!["broken_rules"]!));
        Assert.All(rows, row => Assert.InRange((double)row!["percent_of_foresight"]!, -1000, 100.5));
        Assert.All(rows, row => Assert.NotNull(row!["jobs_run"]));
    }

    [Fact]
    public void Forecasts_that_err_otherwise_give_another_day()
    {
        double Benefit(params string[] more) => (double)Cli.Json(["plan", "roll", .. more, .. Tiny])["runs"]![1]!["benefit_usd"]!;
        Assert.Equal(Benefit("--forecast-seed", "3"), Benefit("--forecast-seed", "3"));
        Assert.NotEqual(Benefit("--perfect"), Benefit("--forecast-seed", "3"));
    }

    [Fact]
    public void Rolling_writes_what_was_carried_out_so_that_it_can_be_checked_and_a_page()
    {
        var folder = Directory.CreateTempSubdirectory("controlplane-roll-").FullName;
        var result = Cli.Run(["plan", "roll", "--replan", "2", "--out", folder, .. Tiny]);
        Assert.Equal(0, result.ExitCode);
        Assert.All(["perfect foresight", "rolling", "no planning", "2 plans in"], words => Assert.Contains(words, result.Out, StringComparison.Ordinal));
        Assert.Equal(
            ["instance.json", "plan.json", "report.html", "roll.csv", "roll.json", "roll_benefit.csv", "roll_solves.csv"], Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal(0, Cli.Run("plan", "check", Path.Combine(folder, "instance.json"), Path.Combine(folder, "plan.json")).ExitCode);
        Assert.Contains("Behind perfect foresight", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        Assert.Equal(1 + 3 * 4, File.ReadAllLines(Path.Combine(folder, "roll_benefit.csv")).Length);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Rolling_through_several_seeds_gives_means_with_intervals()
    {
        string[] rolling = ["plan", "roll", "--hours", "6", "--sites", "2", "--jobs", "2", "--classes", "1", "--solver", "none", "--replan", "3", "--seeds", "1..3"];
        var json = Cli.Json([.. rolling, "-q"]);
        Assert.Equal("plan-roll", (string)json["kind"]!);
        Assert.Equal(["perfect foresight", "rolling", "no planning"], json["plans"]!.AsArray().Select(plan => (string)plan!["plan"]!));
        Assert.Equal(3, (int)json["plans"]![1]!["benefit_usd"]!["instances"]!);
        Assert.True((double)json["plans"]![1]!["benefit_usd"]!["ci95_half_width"]! > 0);
        Assert.Equal(9, json["runs"]!.AsArray().Count);
        Assert.Equal(6, json["solves"]!.AsArray().Count);
        Assert.Contains("Means of 3 instances +- 95 % interval", Cli.Run(rolling).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan roll --replan 0", "--replan must be a whole number in [1, 10080], not '0'")]
    [InlineData("plan roll --routing bregmann", "--routing must be program, bregman or held, not 'bregmann'; did you mean 'bregman'?")]
    public void A_mistake_is_one_line_that_says_what_to_do(string line, string complaint) =>
        Assert.Contains(complaint, Cli.Error(line.Split(' ')), StringComparison.Ordinal);
}
