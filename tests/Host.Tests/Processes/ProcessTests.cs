using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Processes;

public sealed class ProcessTests
{
    [Fact]
    public async Task Json_on_stdout_is_nothing_but_json()
    {
        var result = await Run("simulate", "paper", "--policy", "dp", "--days", "0.1", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Equal("study", (string)JsonNode.Parse(result.Out)!["kind"]!);
    }

    [Theory]
    [InlineData(0, "policies")]
    [InlineData(1, "frontier", "paper", "--load", "5")]
    [InlineData(2, "simulate")]
    [InlineData(2, "simulate", "no-such-scenario")]
    public async Task Exit_codes_tell_success_failure_and_bad_input_apart(int code, params string[] args) =>
        Assert.Equal(code, (await Run(args)).ExitCode);

    [Fact]
    public async Task Every_shipped_scenario_is_listed_shown_and_valid()
    {
        var names = JsonNode.Parse((await Run("scenarios", "--json")).Out)!.AsArray().Select(s => (string)s!["name"]!).ToList();
        Assert.Contains("paper", names);
        foreach (var name in names)
            Assert.Equal(0, (await Run("show", name)).ExitCode);
        var files = names.Select(n => Path.Combine(AppContext.BaseDirectory, "scenarios", n + ".yaml"));
        Assert.Equal(0, (await Run(["validate", .. files])).ExitCode);
    }

    [Fact]
    public async Task Redirected_output_has_no_escape_sequences()
    {
        var result = await Run("simulate", "paper", "--policy", "dp,ucb1", "--days", "0.1");
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.True(result.Out.All(c => c < 128), "only ASCII");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_run_leaves_partial_results_that_are_marked_so(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        var events = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var process = Executable.StartInterruptible("simulate", "paper", "--policy", "dp", "--days", "3650", "--json", "--events", events);
            // The event log shows that the run is under way.
            while (!process.HasExited && (!File.Exists(events) || new FileInfo(events).Length == 0))
                await Task.Yield();
            Assert.Equal(0, (await Executable.Finish(Executable.StartProgram("/bin/sh", "-c", $"kill -{signal} {process.Id}"))).ExitCode);
            var result = await Executable.Finish(process);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("stopping: partial results follow", result.Error, StringComparison.Ordinal);
            Assert.True((bool)JsonNode.Parse(result.Out)!["partial"]!);
            Assert.All(File.ReadLines(events), l => Assert.EndsWith("}", l, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(events);
        }
    }

    [Fact]
    public async Task Bash_completes_commands_options_and_names()
    {
        if (!File.Exists("/bin/bash"))
            return;
        Assert.Equal("simulate", await Complete("controlplane sim"));
        Assert.Equal("--seed --seeds", await Complete("controlplane simulate paper --see"));
        Assert.Equal("least-energy least-loaded", await Complete("controlplane simulate paper --policy least"));
        Assert.Equal("bash", await Complete("controlplane completion b"));
    }

    // Calls the completion function as bash does when Tab is pressed at the end of the line.
    private static async Task<string> Complete(string line)
    {
        var script =
            $$"""
            source <(controlplane completion bash)
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=({{line}}); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _controlplane_complete; echo "${COMPREPLY[@]}"
            """;
        var result = await Executable.Finish(Executable.StartProgram("/bin/bash", "--norc", "-c", script));
        Assert.Equal("", result.Error);
        return string.Join(' ', result.Out.Trim().Split(' ').Order(StringComparer.Ordinal));
    }

    private static Task<CliResult> Run(params string[] args) => Executable.Finish(Executable.Start(args));
}
