using System.Diagnostics;
using System.Text.Json.Nodes;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Processes;

namespace ControlPlane.Host.Tests.Node;

/// <summary><c>serve</c> as a process of its own, with the node that it starts.</summary>
internal sealed class ServedNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TemporaryFolder _folder = new();
    private int _nodeProcess;

    private ServedNode(string[] args) =>
        _process = Executable.StartInterruptible(["serve", "--port", "0", "--data", _folder.File("data"), "--json", "-q", .. args]);

    public Uri Address { get; private set; } = null!;

    public string Data => _folder.File("data");

    public static async Task<ServedNode> Start(params string[] args)
    {
        var served = new ServedNode(args);
        await served.Ready();
        if (!args.Contains("--no-agents"))
            Assert.Equal("agents", (string)(await served.Next())["event"]!);
        return served;
    }

    /// <summary>The next line.</summary>
    public async Task<JsonNode> Next()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return JsonNode.Parse(line ?? throw new InvalidOperationException($"it ended: {await _process.StandardError.ReadToEndAsync()}"))!;
    }

    /// <summary>Waits until the node takes requests.</summary>
    public async Task Ready()
    {
        var said = await Next();
        Assert.Equal("ready", (string)said["event"]!);
        Address = new Uri((string)said["address"]!);
        _nodeProcess = (int)said["pid"]!;
    }

    /// <summary>Waits until the ledger is as it should be; a node has to start first and shares its machine with other tests.</summary>
    public async Task Until(Func<JsonNode, bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        for (var ledger = Json("ledger"); !condition(ledger); ledger = Json("ledger"))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < 2 * Patience, $"still {ledger.ToJsonString()}");
            await Task.Delay(20);
        }
    }

    /// <summary>Sends the node a signal.</summary>
    public Task SignalNode(string signal) => Signal(signal, _nodeProcess);

    /// <summary>Presses Ctrl-C.</summary>
    public Task Interrupt() => Signal("INT", _process.Id);

    /// <summary>Closes the terminal.</summary>
    public Task Hangup() => Signal("HUP", _process.Id);

    /// <summary>Whether the node's process is there.</summary>
    public bool NodeRuns()
    {
        try
        {
            using var node = Process.GetProcessById(_nodeProcess);
            return !node.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether SIGINT has no effect on the node's process; Linux tells.</summary>
    public bool NodeIgnoresInterrupts()
    {
        const int interrupt = 1 << 1;
        var ignored = File.ReadLines($"/proc/{_nodeProcess}/status").Single(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & interrupt) != 0;
    }

    /// <summary>Waits for the end of <c>serve</c>.</summary>
    public Task<CliResult> End() => Executable.Finish(_process);

    public CliResult Run(params string[] args) => Cli.Run([.. args, "--node", $"{Address}"]);

    public JsonNode Json(params string[] args) => Cli.Json([.. args, "--node", $"{Address}", "-q"]);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It was waited for and let go.
        }

        if (NodeRuns())
            await SignalNode("KILL");
        await Http.Eventually.Holds(() => !NodeRuns());
        _folder.Dispose();
    }

    private static async Task Signal(string signal, int process) =>
        Assert.Equal(0, (await Executable.Finish(Executable.StartProgram("/bin/sh", "-c", $"kill -{signal} {process}"))).ExitCode);
}
