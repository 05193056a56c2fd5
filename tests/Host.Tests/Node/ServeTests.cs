using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Serving;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Host.Tests.Processes;

namespace ControlPlane.Host.Tests.Node;

/// <summary><c>serve</c> with real processes, which tests kill. Signals are those of Unix.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task A_node_that_is_killed_comes_back_the_agents_go_on_and_the_ledger_closes()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var served = await ServedNode.Start("--speed", "400");
        using var enough = new CancellationTokenSource();
        var following = Task.Run(() => Cli.Run(["events", "--follow", "--json", "-q", "--node", $"{served.Address}"], colour: false, isTerminal: false, cancellation: enough.Token));
        Assert.Equal(0, served.Run("submit", "--id", "night", "--count", "600", "--size", "40000", "-q").ExitCode);
        await served.Until(l => (int)l["running"]! > 0);

        await served.SignalNode("KILL");
        var end = await served.Next();
        Assert.Equal(("ended", 9), ((string)end["event"]!, (int)end["signal"]!));
        var address = served.Address;
        await served.Ready();
        Assert.Equal(address, served.Address);

        await served.Until(l => (int)l["completed"]! == 600);
        Assert.Equal(600, (int)served.Json("ledger")["submitted"]!);
        var last = (long)served.Json("events").AsArray()[^1]!["number"]!;
        await enough.CancelAsync();
        AssertWhole((await following).Lines, last);
        await served.Interrupt();
        Assert.Equal(0, (await served.End()).ExitCode);
        Assert.False(served.NodeRuns());
    }

    [Fact]
    public async Task A_node_that_may_not_be_started_again_ends_the_command()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var served = await ServedNode.Start("--no-agents", "--no-restart");
        await served.SignalNode("KILL");
        var result = await served.End();
        Assert.Equal((1, "error: the node was killed (signal 9)\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_second_interrupt_ends_a_node_that_does_not_stop()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var served = await ServedNode.Start("--no-agents");
        if (OperatingSystem.IsLinux())
            Assert.True(served.NodeIgnoresInterrupts(), "Ctrl-C, which reaches all programs of a terminal, would stop the node before its agents");
        await served.SignalNode("STOP");
        await served.Interrupt();
        Assert.Equal("stopping", (string)(await served.Next())["event"]!);
        await served.Interrupt();
        Assert.NotEqual(0, (await served.End()).ExitCode);
        await Eventually.Holds(() => !served.NodeRuns());
    }

    [Fact]
    public async Task A_closed_terminal_stops_the_node_in_order()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var served = await ServedNode.Start("--no-agents");
        await served.Hangup();
        Assert.Equal("stopping", (string)(await served.Next())["event"]!);
        Assert.Equal(0, (await served.End()).ExitCode);
        Assert.False(served.NodeRuns());
    }

    [Fact]
    public async Task An_interrupt_between_two_nodes_is_no_failure()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var program = folder.File("node.sh");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho '{\"event\":\"ready\",\"node\":\"a\",\"address\":\"http://127.0.0.1:9\",\"pid\":1}'\nkill -9 $$\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var interrupt = new CancellationTokenSource();
        using var output = new InterruptingWriter("ended", interrupt);
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error };
        var bar = new StatusBar(terminal, quiet: true, TimeProvider.System);
        var voice = new ServeVoice(terminal, bar, OutputFormat.Json, TimeProvider.System);
        using var supervisor = new NodeSupervisor(
            new SiloProgram(program), new ServeRequest("a", folder.Path, 0, Policy: null, IsDev: true, Agents: null, Restarts: true), voice, TimeProvider.System);
        Assert.True(await new NodeHouse(supervisor, settings: null, voice, bar, TimeProvider.System).Run(interrupt.Token));
        Assert.Equal(["ready", "ended"], output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => (string)JsonNode.Parse(l)!["event"]!));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var result = await Executable.Finish(Executable.Start("serve", "--port", $"{port}", "--data", folder.File("data"), "-q"));
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Matches($@"^error: the node did not start: .*:{port}: address already in use.*\n$", result.Error);
    }

    [Fact]
    public async Task A_data_folder_of_another_fleet_or_another_node_is_one_line()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var served = await ServedNode.Start("--no-agents");
        var held = await Executable.Finish(Executable.Start("serve", "--port", "0", "--data", served.Data, "-q"));
        Assert.Equal((3, ""), (held.ExitCode, held.Out));
        Assert.Contains("another node has this data folder open", Assert.Single(held.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        await served.Interrupt();
        await served.End();
        var other = await Executable.Finish(Executable.Start("serve", "hundred-sites", "--port", "0", "--data", served.Data, "-q"));
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("a node keeps the fleet that it was founded with", Assert.Single(other.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void The_silo_is_found_beside_the_console_in_a_build_and_by_the_variable()
    {
        using var folder = new TemporaryFolder();
        var name = OperatingSystem.IsWindows() ? "controlplane-silo.exe" : "controlplane-silo";
        var console = folder.File("bin/Client/release/");
        var built = Place("bin/Silo/release");
        Assert.Equal(built, Found(SiloProgram.Find(console, given: null)));
        var beside = Place("bin/Client/release");
        Assert.Equal(beside, Found(SiloProgram.Find(console, given: "")));
        Assert.Equal(built, Found(SiloProgram.Find(console, built)));
        Assert.Contains("there is no file", Assert.Throws<InputException>(() => SiloProgram.Find(console, folder.File("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("dotnet build Silo", Assert.Throws<InputException>(() => SiloProgram.Find(folder.File("empty"), given: null)).Message, StringComparison.Ordinal);

        string Place(string where)
        {
            Directory.CreateDirectory(folder.File(where));
            foreach (var file in new[] { name, "controlplane-silo.dll" })
                File.WriteAllText(Path.Combine(folder.File(where), file), "");
            return Path.Combine(folder.File(where), name);
        }

        // Tests may be run by the dotnet host, which takes the assembly.
        string Found(SiloProgram program) => program.Start([]).ArgumentList.Last(a => a.Contains("controlplane-silo", StringComparison.Ordinal)).Replace("silo.dll", name["controlplane-".Length..]);
    }

    [Fact]
    public void A_node_with_keys_runs_without_agents_of_this_process()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("keys.json"), "{}");
        Assert.Contains("each site's agent needs its own", Cli.Error("serve", "--data", folder.Path, "--agents"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(137, "was killed (signal 9)")]
    [InlineData(139, "was ended by signal 11")]
    [InlineData(3, "ended with exit code 3: no disk")]
    public void The_end_of_a_node_is_told(int code, string text)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(text, new NodeEnd(code, "no disk").Text);
    }

    [Fact]
    public void Pauses_grow_to_half_a_minute() =>
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 8).Select(n => NodeSupervisor.Pause(n).TotalSeconds));

    // Each event once and in order, across the crash.
    private static void AssertWhole(string[] lines, long last)
    {
        List<JsonNode> events = [.. lines.Select(l => JsonNode.Parse(l)!)];
        Assert.DoesNotContain(events, e => (string)e["kind"]! == "missed");
        var numbers = events.Select(e => (long)e["number"]!).ToList();
        Assert.Equal(Enumerable.Range(1, (int)numbers[^1]).Select(n => (long)n), numbers);
        Assert.True(numbers[^1] >= last - 1, $"{numbers[^1]} of {last}");
    }

    // Presses Ctrl-C when a word is written, so that the pause that follows is not begun.
    private sealed class InterruptingWriter(string word, CancellationTokenSource interrupt) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains($"\"{word}\"", StringComparison.Ordinal) == true)
                interrupt.Cancel();
        }
    }
}
