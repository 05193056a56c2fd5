using System.Text.Json.Nodes;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class SubmitCommandTests
{
    [Theory]
    [InlineData(ControlProblem.Invalid, 1)]
    [InlineData(ControlProblem.Unavailable, 3)]
    public async Task Results_before_a_list_that_fails_are_shown_and_its_jobs_are_named(ControlProblem problem, int exitCode)
    {
        await using var node = await NodeServer.Start();
        node.Plane.OnSubmit = jobs => jobs[0].Id == "s-1001" ? new ControlException(problem, "no such list") : null;
        var result = node.Run("submit", "--id", "s", "--count", "2500", "--size", "2", "--json", "-q", "--give-up", "0.5s");
        Assert.Equal(exitCode, result.ExitCode);
        var results = JsonNode.Parse(result.Out)!.AsArray();
        Assert.Equal((1000, "s-1000"), (results.Count, (string)results[^1]!["id"]!));
        var errors = result.Error.TrimEnd('\n').Split('\n');
        Assert.StartsWith("error: s-1001 to s-2000: no such list", errors[0], StringComparison.Ordinal);
        Assert.Equal("error: 500 jobs from s-2001 on: not submitted", errors[1]);
    }

    [Fact]
    public async Task A_list_of_a_file_that_is_refused_is_named_by_its_lines()
    {
        using var folder = new Embedded.TemporaryFolder();
        var file = folder.File("jobs.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 1002).Select(i => $"{{\"id\":\"s-{i}\",\"sizeUnits\":1}}"));
        await using var node = await NodeServer.Start();
        node.Plane.OnSubmit = jobs => jobs[0].Id == "s-1001" ? new ControlException(ControlProblem.Invalid, "no such list") : null;
        var result = node.Run("submit", "--file", file);
        Assert.Equal((1, "1000 jobs accepted: s-1 to s-1000\n"), (result.ExitCode, result.Out));
        Assert.Equal($"error: {file}:1001: s-1001 to {file}:1002: s-1002: no such list\n", result.Error);
    }

    [Fact]
    public async Task Nothing_submitted_is_the_exit_code_of_the_refusal()
    {
        await using var node = await NodeServer.Start();
        node.Plane.OnSubmit = _ => new ControlException(ControlProblem.Invalid, "no such list");
        var one = node.Run("submit", "--id", "s", "--size", "2");
        Assert.Equal((2, "", "error: no such list\n"), (one.ExitCode, one.Out, one.Error));
        Assert.Equal(2, node.Run("submit", "--id", "s", "--count", "1500", "--size", "2").ExitCode);
    }

    [Fact]
    public async Task An_interrupt_leaves_the_results_so_far()
    {
        using var interrupt = new CancellationTokenSource();
        await using var node = await NodeServer.Start();
        node.Plane.OnSubmit = jobs =>
        {
            if (jobs[0].Id == "s-1001")
                interrupt.Cancel();
            return null;
        };
        var result = Cli.Run(["submit", "--id", "s", "--count", "1500", "--size", "2", "-q", "--node", $"{node.Address}"], colour: false, isTerminal: false, cancellation: interrupt.Token);
        Assert.Equal((1, "1000 jobs accepted: s-1 to s-1000\n"), (result.ExitCode, result.Out));
        Assert.Equal("error: s-1001 to s-1500: cancelled before there was an answer\n", result.Error);
    }
}
