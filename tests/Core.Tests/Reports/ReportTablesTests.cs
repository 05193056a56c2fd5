using System.Globalization;
using System.Text;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Studies;
using CsvHelper;

namespace ControlPlane.Core.Tests.Reports;

public sealed class ReportTablesTests
{
    [Fact]
    public void Every_table_has_its_rows()
    {
        var (study, runs) = (ReportStudies.Small, ReportStudies.Small.Policies.SelectMany(p => p.Runs).ToArray());
        Assert.Equal(
            ["summary.csv", "runs.csv", "sites.csv", "queue_by_day.csv", "series.csv", "routes.csv", "allocations.csv", "frontier.csv"],
            StudyReport.Tables(study).Select(t => t.Name));
        Assert.Equal(study.Policies.Count * Metrics.All.Count, Read(study, "summary.csv").Count);
        Assert.Equal(runs.Length, Read(study, "runs.csv").Count);
        Assert.Equal(runs.Sum(r => r.Sites.Count), Read(study, "sites.csv").Count);
        Assert.Equal(runs.Sum(r => r.Series.TimeS.Count), Read(study, "series.csv").Count);
        Assert.Equal(runs.Sum(r => r.Routes.Count(j => j > 0)), Read(study, "routes.csv").Count);
        Assert.Equal(runs.Sum(r => r.StartsByGpus.Count + r.StartsByClock.Count), Read(study, "allocations.csv").Count);
        Assert.Equal(runs.Sum(r => r.Frontier!.Curve.Count), Read(study, "frontier.csv").Count);
    }

    [Fact]
    public void Figures_survive_the_round_trip_in_full()
    {
        var study = ReportStudies.Small;
        foreach (var row in Read(study, "runs.csv"))
        {
            var run = study.Policies.SelectMany(p => p.Runs).Single(r => r.Policy == row["policy"] && r.Seed == long.Parse(row["seed"]));
            foreach (var metric in Metrics.All)
                Assert.Equal(metric.Value(run), Number(row[metric.Name]));
            Assert.Equal(run.EventLogHash, row["event_log_sha256"]);
        }
        foreach (var row in Read(study, "summary.csv"))
        {
            var estimate = study.Policies.Single(p => p.Policy.Label == row["policy"]).Estimate(Metrics.All.Single(m => m.Name == row["metric"]));
            Assert.Equal((estimate.Mean, estimate.HalfWidth, estimate.Count), (Number(row["mean"]), Number(row["half_width_95_percent"]), int.Parse(row["runs"])));
        }
    }

    [Fact]
    public void Shares_add_up_to_a_hundred_percent()
    {
        foreach (var ingress in Read(ReportStudies.Small, "routes.csv").GroupBy(r => (r["policy"], r["seed"], r["ingress"])))
            Assert.Equal(100, ingress.Sum(r => Number(r["share_of_ingress_percent"])), 9);
        foreach (var dimension in Read(ReportStudies.Small, "allocations.csv").GroupBy(r => (r["policy"], r["seed"], r["dimension"])))
            Assert.Equal(100, dimension.Sum(r => Number(r["share_of_starts_percent"])), 9);
    }

    [Fact]
    public void Waiting_jobs_are_those_of_the_series()
    {
        var run = ReportStudies.Small.Policies[0].Runs[0];
        var rows = Read(ReportStudies.Small, "series.csv").Where(r => r["policy"] == run.Policy && long.Parse(r["seed"]) == run.Seed).ToArray();
        for (var k = 0; k < rows.Length; k++)
        {
            Assert.Equal(run.Series.TimeS[k], Number(rows[k]["time_s"]));
            Assert.Equal(run.Series.Waiting(k), long.Parse(rows[k]["waiting_jobs"]));
            Assert.Equal(run.Series.BusyGpus.Skip(k * run.Series.SiteCount).Take(run.Series.SiteCount).Sum(), int.Parse(rows[k]["busy_gpus"]));
        }
    }

    [Fact]
    public void Names_with_commas_quotes_and_line_breaks_are_quoted()
    {
        const string Awkward = "a,\"b\"\r\nc";
        var study = ReportStudies.Single with { Policies = [ReportStudies.Single.Policies[0] with { Policy = new PolicySpec(Awkward) }] };
        Assert.All(Read(study, "summary.csv"), row => Assert.Equal(Awkward, row["policy"]));
    }

    [Fact]
    public void What_does_not_exist_is_an_empty_field()
    {
        var half = Read(ReportStudies.Single, "summary.csv").Select(r => r["half_width_95_percent"]);
        Assert.All(half, Assert.Empty);
        Assert.DoesNotContain(StudyReport.Tables(ReportStudies.Single), t => t.Content.Contains("NaN", StringComparison.Ordinal));
    }

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static List<IDictionary<string, string>> Read(StudyResult study, string name)
    {
        var content = Encoding.UTF8.GetBytes(StudyReport.Tables(study).Single(t => t.Name == name).Content);
        var options = new CsvReaderOptions { Separator = ',', HasHeader = false, DetectSeparatorHint = false, AllowLineBreaksInQuotes = true, MalformedData = CsvMalformedDataHandling.Throw };
        using var csv = CsvReader.Create(new MemoryStream(content), options);
        Assert.True(csv.Read());
        var header = csv.Current.ToArray();
        var rows = new List<IDictionary<string, string>>();
        while (csv.Read())
        {
            Assert.Equal(header.Length, csv.FieldCount);
            rows.Add(Enumerable.Range(0, header.Length).ToDictionary(i => header[i], csv.GetString));
        }
        return rows;
    }
}
