using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Grains.Tests.Console;

/// <summary>Runs <c>controlplane region</c> against a region.</summary>
/// <param name="gateways">Ports of its gateways on loopback.</param>
/// <param name="region">Its name.</param>
internal sealed class RegionConsole(IReadOnlyList<int> gateways, string region = "local")
{
    private string[] Where => ["--region", region, "--gateway", string.Join(',', gateways.Select(p => $"127.0.0.1:{p}"))];

    /// <summary>Runs a verb.</summary>
    /// <param name="line">The verb with its arguments.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public ConsoleRun Run(string line, CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, Width = 200 };
        var code = CommandLine.Run(["region", .. line.Split(' '), .. Where], new CliServices(terminal, new ScenarioSource(), Cancellation: cancellation));
        return new ConsoleRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a verb that must succeed.</summary>
    /// <param name="line">The verb with its arguments.</param>
    public ConsoleRun Succeed(string line)
    {
        var run = Run(line);
        Assert.True(run.ExitCode == 0, $"{line}: exit code {run.ExitCode}\n{run.Error}\n{run.Out}");
        return run;
    }

    /// <summary>Runs a verb that must be refused with one line and exit code 2.</summary>
    /// <param name="line">The verb with its arguments.</param>
    public string Refused(string line)
    {
        var run = Run(line);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        return run.Complaint;
    }
}
