using ControlPlane.Policies.Catalog;
using System.IO.Compression;
using System.Text;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class TraceReaderTests
{
    private const string Right = "t_s,ingress,size_units\n1.5,gate,100\n1.5,gate,200.25\n7e2,gate,3\n";

    private static readonly string Traced = Yaml.With("arrivals: { process: poisson, rate: 0.01 /s }", "") + "traces: [{ file: jobs.csv }]\n";

    private static string Problem(string csv) => Yaml.Problem(Traced, ("jobs.csv", csv));

    private static IReadOnlyList<TraceJob> Jobs(string csv) => Yaml.Parse(Traced, ("jobs.csv", csv)).Trace;

    private static Scenario ParseZipped(byte[] bytes) => ScenarioReader.Parse(
        Traced.Replace("jobs.csv", "jobs.csv.gz", StringComparison.Ordinal),
        "test.yaml",
        path => path == "jobs.csv.gz" ? new MemoryStream(bytes) : null,
        PolicyCatalog.All);

    private static byte[] Zip(string text)
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    [Fact]
    public void Jobs_are_read_in_order() => Assert.Equal([new TraceJob(1.5, 0, 100), new TraceJob(1.5, 0, 200.25), new TraceJob(700, 0, 3)], Jobs(Right));

    [Theory]
    [InlineData("jid,t_s,ingress,size_units,dc\n1,2,gate,3,north\n")]
    [InlineData("size_units,t_s,ingress\r\n3,2,gate\r\n")]
    [InlineData("\uFEFFt_s,ingress,size_units\n2,\"gate\",3")]
    public void Columns_may_stand_in_any_order_beside_the_two_that_are_ignored(string csv) => Assert.Equal([new TraceJob(2, 0, 3)], Jobs(csv));

    [Fact]
    public void A_trace_may_be_compressed() => Assert.Equal(3, ParseZipped(Zip(Right)).Trace.Count);

    [Fact]
    public void Traces_are_merged_in_order_of_time()
    {
        var text = Traced.Replace("[{ file: jobs.csv }]", "[{ file: a.csv }, { file: b.csv }]", StringComparison.Ordinal);
        var jobs = Yaml.Parse(text, ("a.csv", Right), ("b.csv", "t_s,ingress,size_units\n1.5,gate,7\n3,gate,8\n")).Trace;
        Assert.Equal([100, 200.25, 7, 8, 3], jobs.Select(j => j.SizeUnits));
    }

    [Theory]
    [InlineData("", "jobs.csv:1: the file is empty; it must begin with the header t_s,ingress,size_units")]
    [InlineData("t_s,ingress\n", "jobs.csv:1: the header must name the columns t_s, ingress, size_units; missing: size_units, found: 't_s,ingress'")]
    [InlineData("t_s,ingress,size_units,color\n", "jobs.csv:1: the header has the unknown column 'color'; allowed are t_s, ingress, size_units, jid, dc")]
    [InlineData("t_s,ingress,size_units,t_s\n", "jobs.csv:1: the header names a column twice: 't_s,ingress,size_units,t_s'")]
    [InlineData("t_s,ingress,size_units\n2,gate,3\n1,gate,3\n", "jobs.csv:3: t_s: must be in order of time, at least 2, not '1'")]
    [InlineData("t_s,ingress,size_units\nNaN,gate,3\n", "jobs.csv:2: t_s: must be a number of seconds in [0, 316224000], not 'NaN'")]
    [InlineData("t_s,ingress,size_units\n-1,gate,3\n", "jobs.csv:2: t_s: must be a number of seconds in [0, 316224000], not '-1'")]
    [InlineData("t_s,ingress,size_units\n1,gate,0\n", "jobs.csv:2: size_units: must be a number of units in (0, 1E+15], not '0'")]
    [InlineData("t_s,ingress,size_units\n1,gate,1e999\n", "jobs.csv:2: size_units: must be a number of units in (0, 1E+15], not '1e999'")]
    [InlineData("t_s,ingress,size_units\n1,gate,\"1,000\"\n", "jobs.csv:2: size_units: must be a number of units in (0, 1E+15], not '1,000'")]
    [InlineData("t_s,ingress,size_units\n1,gaet,1\n", "jobs.csv:2: ingress: there is no ingress 'gaet'; did you mean 'gate'?")]
    [InlineData("t_s,ingress,size_units\n1,gate\n", "jobs.csv:2: the line has 2 columns, the header 3")]
    [InlineData("t_s,ingress,size_units\n\n1,gate,1\n", "jobs.csv:2: the line has 1 columns, the header 3")]
    public void A_mistake_is_reported_with_line_and_column(string csv, string message) => Assert.Equal(message, Problem(csv));

    [Theory]
    [InlineData("t_s,ingress,size_units\n1,ga\"te,1\n")]
    [InlineData("t_s,ingress,size_units\n1,\"gate,1\n2,gate,1\n")]
    public void A_wrong_quotation_mark_is_reported_at_its_line(string csv) => Assert.StartsWith("jobs.csv:2: not a line of values", Problem(csv), StringComparison.Ordinal);

    [Theory]
    [InlineData("junk\n")]
    [InlineData("\"junk\n")]
    [InlineData("junk")]
    [InlineData("\n")]
    public void A_million_lines_of_junk_give_one_short_message(string line)
    {
        var problem = Problem(string.Concat(Enumerable.Repeat(line, 1_000_000)));
        Assert.StartsWith("jobs.csv:1: ", problem, StringComparison.Ordinal);
        Assert.True(problem.Length < 300);
    }

    [Fact]
    public void Junk_after_a_right_line_is_reported_at_its_line_without_reading_on()
    {
        var stream = new EndlessJunk(Encoding.UTF8.GetBytes("t_s,ingress,size_units\n1,gate,1\n"));
        var e = Assert.Throws<ScenarioException>(() => ScenarioReader.Parse(Traced, "test.yaml", _ => stream));
        Assert.StartsWith("jobs.csv:3: the line has 1 columns", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_gzip_or_ends_too_early_is_reported()
    {
        var zipped = Zip(string.Concat(Right, string.Concat(Enumerable.Range(800, 5_000).Select(i => $"{i},gate,{i * 7919 % 1000 + 1}\n"))));
        Assert.Contains("not a complete gzip file", Assert.Throws<ScenarioException>(() => ParseZipped([1, 2, 3])).Message, StringComparison.Ordinal);
        foreach (var cut in new[] { 1, 8, 9, 2_000, zipped.Length - 3 })
            Assert.Contains("it ends too early", Assert.Throws<ScenarioException>(() => ParseZipped(zipped[..^cut])).Message, StringComparison.Ordinal);
        Assert.Equal(5_003, ParseZipped(zipped).Trace.Count);
    }

    [Theory]
    [InlineData("jobs.txt", "must end with .csv or .csv.gz")]
    [InlineData("/jobs.csv", "must be a path relative to this file")]
    [InlineData("absent.csv", "there is no file 'absent.csv'")]
    public void A_wrong_file_name_is_reported_in_the_scenario(string file, string message)
    {
        var problem = Yaml.Problem(Traced.Replace("jobs.csv", file, StringComparison.Ordinal));
        Assert.StartsWith("test.yaml:23:18: traces[0].file: " + message, problem, StringComparison.Ordinal);
    }

    [SharedDataFact("workload/published_arrivals_seed123_baselines.csv.gz")]
    public void The_published_arrivals_of_the_baselines_are_read() => CheckPublished("baselines", 96_748, new TraceJob(2.6892196695146375, 0, 58999.6308286737));

    [SharedDataFact("workload/published_arrivals_seed123_chsac.csv.gz")]
    public void The_published_arrivals_of_CHSAC_AF_are_read() => CheckPublished("chsac", 96_627, new TraceJob(2.6892196695146375, 0, 42988.37392139405));

    private static void CheckPublished(string run, int count, TraceJob second)
    {
        var file = $"published_arrivals_seed123_{run}.csv.gz";
        var scenario = ScenarioReader.Parse(
            "include: [paper.yaml]\ntraces: [{ file: " + file + " }]\ningress-defaults: { arrivals: { process: none } }\n",
            "top.yaml",
            path => File.OpenRead(path == file ? Path.Combine(Repository.SharedData!, "workload", file) : Repository.Scenario("paper")),
            PolicyCatalog.All);
        Assert.Equal(count, scenario.Trace.Count);
        Assert.Equal(new TraceJob(1.9450288574348022, 5, 66655.21872780079), scenario.Trace[0]);
        Assert.Equal(second, scenario.Trace[1]);
        Assert.All(scenario.Workloads, w => Assert.Null(w.Arrivals));
    }
}
