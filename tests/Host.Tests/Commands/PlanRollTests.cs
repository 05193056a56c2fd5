namespace ControlPlane.Host.Tests.Commands;

public sealed class PlanRollTests
{
    private static readonly string[] Tiny = ["--sites", "2", "--hours", "4", "--jobs", "2", "--classes", "1", "--solver", "built-in", "-q"];

    [Fact]
    public void Rolling_stands_between_foresight_and_no_planning_with_jobs_beside_emissions()
    {
        var rows = Cli.Json(["plan", "roll", "--replan", "2", .. Tiny]).AsArray();
        Assert.Equal(["perfect foresight", "rolling", "no planning"], rows.Select(row => (string)row!["plan"]!));
        Assert.All(rows, row => Assert.Equal(0, (double)row!["broken_rules"]!));
        Assert.All(rows, row => Assert.InRange((double)row!["percent_of_foresight"]!, -1000, 100.5));
        Assert.All(rows, row => Assert.NotNull(row!["jobs_run"]));
    }

    [Fact]
    public void Forecasts_that_err_otherwise_give_another_day()
    {
        double Benefit(params string[] more) => (double)Cli.Json(["plan", "roll", .. more, .. Tiny])[1]!["benefit_usd"]!;
        Assert.Equal(Benefit("--forecast-seed", "3"), Benefit("--forecast-seed", "3"));
        Assert.NotEqual(Benefit("--perfect"), Benefit("--forecast-seed", "3"));
    }

    [Theory]
    [InlineData("plan roll --replan 0", "--replan must be a whole number in [1, 10080], not '0'")]
    [InlineData("plan roll --routing bregmann", "--routing must be program, bregman or held, not 'bregmann'; did you mean 'bregman'?")]
    public void A_mistake_is_one_line_that_says_what_to_do(string line, string complaint) =>
        Assert.Contains(complaint, Cli.Error(line.Split(' ')), StringComparison.Ordinal);
}
