using System.Text.Json.Nodes;
using ControlPlane.Client.Output;

namespace ControlPlane.Host.Tests.Commands;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void A_study_leaves_tables_json_and_the_report()
    {
        var result = Run(new Reporter());
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("paper-independent 10 controlplane simulate", File.ReadAllText(Path.Combine(_folder, "report.html")));
        Assert.Equal("study", (string)JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "study.json")))!["kind"]!);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(_folder, "runs.csv")).Length);
        Assert.Equal(2 * 8 + 1, File.ReadAllLines(Path.Combine(_folder, "sites.csv")).Length);
        Assert.Empty(Directory.GetFiles(_folder, "*.part"));
        Assert.Contains("report.html", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_file_is_the_json_of_stdout()
    {
        var result = Run(null, "--json");
        Assert.Equal(result.Out, File.ReadAllText(Path.Combine(_folder, "study.json")));
    }

    [Fact]
    public void A_file_in_the_way_is_reported_before_anything_runs()
    {
        File.WriteAllText(_folder, "mine");
        Assert.Contains("--out must be a folder, not the file", Cli.Error("simulate", "paper", "--policy", "dp", "--out", _folder), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_reported_before_anything_runs()
    {
        // Nobody, not even root, makes files there.
        const string Nowhere = "/proc/self/fd";
        if (!Directory.Exists(Nowhere))
            return;
        Assert.Equal($"--out: nothing can be written to '{Nowhere}'", Cli.Error("simulate", "paper", "--policy", "dp", "--out", Nowhere + "/x"));
        Assert.Equal($"--report: nothing can be written to '{Nowhere}'", Cli.Error("evaluate", "shipped", "--report", Nowhere + "/x.html"));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        File.Delete(_folder);
    }

    private CliResult Run(IReportWriter? report, params string[] more) =>
        Cli.Run(["simulate", "paper-independent", "--days", "0.1", "--policy", "dp,ucb1", "--out", _folder, .. more], colour: false, isTerminal: false, report: report);

    private sealed class Reporter : IReportWriter
    {
        public void Write(ReportRequest request, TextWriter writer) =>
            writer.Write($"{request.Study.Scenario.Name} {request.Files.Count} {request.CommandText[..21]}");
    }
}
