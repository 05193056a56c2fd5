using System.Text.Json.Nodes;
using ControlPlane.Client.Demo;
using ControlPlane.Client.Studies;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Host.Tests.Commands;

public sealed class DemoTests
{
    [Fact]
    public void The_published_tables_come_out_and_every_policy_stands_against_the_frontier()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var result = Cli.Run(["demo", "--json", "--quiet", "--out", folder], colour: false, isTerminal: false, report: new StudyReportWriter());
            Assert.Equal(0, result.ExitCode);
            Assert.Equal("", result.Error);
            var document = JsonNode.Parse(result.Out)!;
            Assert.True((bool)document["published"]!["all_match"]!);
            CheckSecond(document["published"]!["table_ii"]!.AsArray());
            Assert.Equal(36_083, (long)document["published"]!["table_iii"]![0]!["waiting_jobs_day_7"]!);
            var policies = document["study"]!["policies"]!.AsArray();
            Assert.Equal(PolicyCatalog.WithoutRates.Count, policies.Count);
            Assert.All(policies, p => Assert.InRange((double)p!["runs"]![0]!["metrics"]!["above_frontier_percent"]!, 0, 50));
            Assert.Equal("greedy", (string)document["generation"]!["policies"]!.AsArray()[^1]!["policy"]!);
            Assert.True(File.Exists(Path.Combine(folder, "aigc", "report.html")));
            string[] files = ["report.html", "runs.csv", "series.csv", "study.json", "summary.csv", "table_ii.csv", "table_iii.csv"];
            Assert.Empty(files.Except(Directory.GetFiles(folder).Select(f => Path.GetFileName(f))));
            Assert.Contains("CHSAC-AF", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(60_595, 60_595, 0, "=")]
    [InlineData(11.7996, 11.80, 2, "=")]
    [InlineData(96_403, 96_399, 0, "~")]
    [InlineData(9.79, 9.77, 2, "~")]
    [InlineData(9.20, 9.77, 2, "x")]
    [InlineData(1, 0, 0, "x")]
    public void A_mark_says_how_well_a_figure_agrees(double here, double published, int decimals, string mark) =>
        Assert.Equal(mark, PublishedMatch.Mark(here, published, decimals).Text);

    private static void CheckSecond(JsonArray rows)
    {
        string[] expected = ["60595 = =", "63111 = =", "67396 = ="];
        Assert.Equal(expected, rows.Take(3).Select(r => $"{r!["completed_jobs"]} {r["completed_match"]} {r["joules_match"]}"));
        // The learned agent's row without learning: the same within half a percent.
        Assert.Equal("~ ~", $"{rows[3]!["completed_match"]} {rows[3]!["joules_match"]}");
    }
}
