using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Grains.Tests.Parity;

/// <summary><c>controlplane simulate --engine orleans</c> prints what <c>controlplane simulate</c> prints.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Engine_on_grains_prints_the_same_tables_and_event_log()
    {
        string[] command = ["simulate", "paper", "--policy", "ucb1", "--days", "1h", "-q"];
        var direct = Run(command);
        Assert.Contains("Event log of ucb1, seed 123: SHA-256", direct, StringComparison.Ordinal);
        Assert.Equal(direct, Run([.. command, "--engine", "orleans", "--silos", "2"]));
    }

    [Fact]
    public void Json_of_several_runs_side_by_side_is_the_same()
    {
        string[] command = ["simulate", "paper-independent", "--policy", "fluid,masked-uniform", "--seeds", "2", "--threads", "4", "--days", "1h", "--json"];
        Assert.Equal(Run(command), Run([.. command, "--engine", "orleans"]));
    }

    private static string Run(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, Width = 100 };
        var code = CommandLine.Run(args, new CliServices(terminal, new ScenarioSource()));
        Assert.True(code == ExitCode.Success, error.ToString());
        return output.ToString();
    }
}
