using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Commands;

public sealed class EvaluateTests
{
    private static readonly string[] Short = ["evaluate", "shipped", "--policies", "fluid,least-energy", "--budgets", "700,1500", "--days", "3h", "--seeds", "2", "--quiet"];

    [Fact]
    public void Policies_that_take_a_budget_have_a_row_for_each_and_others_one()
    {
        var cells = Cli.Json([.. Short, "--loads", "0.8,1.2"])["cells"]!.AsArray();
        Assert.Equal([0.8, 1.2], cells.Select(c => (double)c!["load"]!));
        foreach (var cell in cells)
        {
            var rows = cell!["policies"]!.AsArray();
            Assert.Equal(["chsac 700", "chsac 1500", "fluid 700", "fluid 1500", "least-energy "], rows.Select(r => $"{r!["policy"]} {r["budget_s"]}"));
            Assert.All(rows, r => Assert.Equal(2, (int)r!["runs"]!));
            Assert.All(rows, r => Assert.InRange((double)r!["above_frontier_percent"]!["mean"]!, 0, 30));
            Assert.True(Service(rows[0]!) < Service(rows[1]!), "the model follows its budget");
        }
    }

    [Fact]
    public void Figures_are_those_of_compare()
    {
        var row = Cli.Json(Short)["cells"]![0]!["policies"]!.AsArray().Single(r => (string)r!["policy"]! == "least-energy")!;
        var study = Cli.Json("compare", "paper-independent", "--policies", "least-energy", "--days", "3h", "--seeds", "2", "--quiet");
        var runs = study["policies"]![0]!["runs"]!.AsArray();
        Assert.Equal(runs.Average(r => (double)r!["metrics"]!["above_frontier_percent"]!), (double)row["above_frontier_percent"]!["mean"]!, 1e-9);
        Assert.Equal(runs.Average(r => (double)r!["metrics"]!["wait_mean_s"]!), (double)row["wait_mean_s"]!["mean"]!, 1e-9);
    }

    [Fact]
    public void A_page_shows_the_frontier_with_every_policy_and_csv_has_a_row_each()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var result = Cli.Run([.. Short, "--csv", "--report", file]);
            Assert.Equal(0, result.ExitCode);
            Assert.Equal(6, result.Lines.Length);
            var page = File.ReadAllText(file);
            Assert.All((string[])["chsac 700", "fluid 1500", "least-energy", "frontier", "impossible"], w => Assert.Contains(w, page, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("there is no file 'nothing.model'", "nothing.model")]
    [InlineData("MODEL 'shipped' is given twice", "shipped", "shipped")]
    [InlineData("there is nothing to evaluate", "--policies", "none")]
    [InlineData("--loads: each must be a number", "shipped", "--loads", "0")]
    [InlineData("there is no scenario 'papr'", "shipped", "--scenario", "papr")]
    public void Wrong_input_is_refused(string message, params string[] args) => Assert.Contains(message, Cli.Error(["evaluate", .. args]), StringComparison.Ordinal);

    private static double Service(JsonNode row) => (double)row["work_service_s"]!["mean"]!;
}
