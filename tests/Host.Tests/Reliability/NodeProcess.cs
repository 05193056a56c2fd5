using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ControlPlane.Host.Tests.Processes;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>An embedded node as a process of its own, with real files or a real database.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _error = new();

    private NodeProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_error)
                _error.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Resident memory, bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it takes requests.</summary>
    /// <param name="place">Its journal.</param>
    /// <param name="more">Further arguments.</param>
    public static async Task<NodeProcess> Start(JournalPlace place, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "controlplane-silo.exe" : "controlplane-silo");
        string[] store = place.Connection is { } connection ? ["--connection", connection] : [];
        var node = new NodeProcess(Executable.StartProgram(
            program, ["--carrier", "embedded", "--dev", "--data", place.Folder, "--http-port", "0", "--json", .. store, .. more]));
        var ready = await node._process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException($"The node is not ready: {await node.EndedWith()}");
        node.Address = new Uri(JsonSerializer.Deserialize<JsonElement>(ready).GetProperty("address").GetString()!);
        return node;
    }

    /// <summary>SIGKILL: it is gone at once.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Patience);
    }

    /// <summary>SIGTERM, and the end.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(_process.ExitCode == 0, await EndedWith());
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> EndedWith()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        lock (_error)
            return _error.ToString();
    }
}
