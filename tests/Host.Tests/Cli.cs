using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Contexts;
using ControlPlane.Client.Output;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Host.Tests;

/// <summary>Runs the real command line in this process, with writers in memory.</summary>
internal static class Cli
{
    // Not those of whoever runs the tests.
    private static readonly ContextFile NoContexts = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "contexts.json"));

    /// <summary>Runs with output redirected.</summary>
    public static CliResult Run(params string[] args) => Run(args, colour: false, isTerminal: false);

    /// <summary>Runs as on a terminal of some width.</summary>
    public static CliResult RunOnTerminal(int width, params string[] args) => Run(args, colour: true, isTerminal: true, width);

    /// <summary>Runs and reads stdout as JSON.</summary>
    public static JsonNode Json(params string[] args)
    {
        var result = Run([.. args, "--json"]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return JsonNode.Parse(result.Out)!;
    }

    /// <summary>Runs and expects exit code 2 with one line of error and nothing on stdout.</summary>
    public static string Error(params string[] args)
    {
        var result = Run(args);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        var line = Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        return line["error: ".Length..];
    }

    public static CliResult Run(
        string[] args, bool colour, bool isTerminal, int width = 100, IReportWriter? report = null, IScenarioSource? scenarios = null,
        ContextFile? contexts = null, string stdin = "", ITerminalScreen? screen = null, CancellationToken cancellation = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Out = output, Error = error, OutIsTerminal = isTerminal, Colour = colour, Width = width, In = () => new StringReader(stdin), Screen = screen };
        var code = CommandLine.Run(args, new CliServices(terminal, scenarios ?? new TestScenarios(), report, cancellation) { Contexts = contexts ?? NoContexts });
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
