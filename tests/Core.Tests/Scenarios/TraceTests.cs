using System.IO.Compression;
using System.Text;
using ControlPlane.Core.Tests.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class TraceTests
{
    private const string Header = "t_s,ingress,size_units\n";
    private static readonly string WithTrace = Yaml.Small + "traces: [{ file: jobs.csv }]\n";

    [Theory]
    [InlineData(Header + "1.5,gate,100\n1.5,gate,2e3\n7,gate,3\n")]
    [InlineData("jid,t_s,ingress,size_units,dc\n1,1.5,gate,100,north\n2,2,gate,5,south\n")]
    [InlineData("size_units,ingress,t_s\n100,gate,1\n")]
    public void Right_trace_is_read(string csv)
    {
        var scenario = Yaml.Parse(WithTrace, ("jobs.csv", csv));
        Assert.Equal(csv.Count(c => c == '\n') - 1, scenario.Trace.Count);
        Assert.Equal(100, scenario.Trace[0].SizeUnits);
    }

    [Theory]
    [InlineData("", "jobs.csv:1", "empty")]
    [InlineData("t_s,ingress\n1,gate\n", "jobs.csv:1", "size_units")]
    [InlineData("t_s,ingress,size_units,colour\n1,gate,1,red\n", "jobs.csv:1", "colour")]
    [InlineData(Header + "2,gate,1\n1,gate,1\n", "jobs.csv:3", "t_s")]
    [InlineData(Header + "1,gate,-5\n", "jobs.csv:2", "size_units")]
    [InlineData(Header + "1,gate,0\n", "jobs.csv:2", "(0, 1E+15]")]
    [InlineData(Header + "NaN,gate,5\n", "jobs.csv:2", "t_s")]
    [InlineData(Header + "1,gate,1e999\n", "jobs.csv:2", "size_units")]
    [InlineData(Header + "1,gat,5\n", "jobs.csv:2", "gate")]
    [InlineData(Header + "1,gate\n", "jobs.csv:2", "columns")]
    [InlineData(Header + "1,gate,5,6\n", "jobs.csv:2", "columns")]
    [InlineData(Header + "\n", "jobs.csv:2", "")]
    [InlineData(Header + "1,\"gate,5\n", "jobs.csv:2", "")]
    public void Wrong_trace_is_refused_with_line_and_column(string csv, string place, string what)
    {
        var problem = Yaml.Problem(WithTrace, ("jobs.csv", csv));
        Assert.StartsWith(place, problem, StringComparison.Ordinal);
        Assert.Contains(what, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_lines_of_junk_give_one_message()
    {
        var junk = string.Concat(Enumerable.Repeat("lorem,ipsum\n", 1_000_000));
        Assert.StartsWith("jobs.csv:2", Yaml.Problem(WithTrace, ("jobs.csv", Header + junk)), StringComparison.Ordinal);
        Assert.StartsWith("jobs.csv:1", Yaml.Problem(WithTrace, ("jobs.csv", junk)), StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_trace_is_read_and_a_broken_one_is_refused()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Header + "1,gate,5\n"));
        var bytes = packed.ToArray();
        var text = Yaml.Small + "traces: [{ file: jobs.csv.gz }]\n";
        Assert.Single(ScenarioReader.Parse(text, "test.yaml", _ => new MemoryStream(bytes)).Trace);
        Assert.Throws<ScenarioException>(() => ScenarioReader.Parse(text, "test.yaml", _ => new MemoryStream(bytes[..^9])));
        Assert.Throws<ScenarioException>(() => ScenarioReader.Parse(text, "test.yaml", _ => new MemoryStream("not gzip"u8.ToArray())));
    }

    [PublishedTraceTheory]
    [InlineData("published_arrivals_seed123_baselines.csv.gz", 96_748)]
    [InlineData("published_arrivals_seed123_chsac.csv.gz", 96_627)]
    public void Published_arrivals_can_be_read(string file, int jobs)
    {
        var paper = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "paper.yaml"));
        var scenario = ScenarioReader.Parse(
            paper + $"\ntraces: [{{ file: {file} }}]\n", "paper.yaml", name => File.OpenRead(Path.Combine(PublishedTraceTheoryAttribute.Folder, Path.GetFileName(name))));
        Assert.Equal(jobs, scenario.Trace.Count);
    }
}
