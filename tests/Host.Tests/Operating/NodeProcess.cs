using System.Diagnostics;
using System.Text;
using ControlPlane.Host.Tests.Processes;

namespace ControlPlane.Host.Tests.Operating;

/// <summary>A node as a process of its own, on a free port, with a data folder.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _error = new();

    private NodeProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Where its API is.</summary>
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

    /// <summary>What it has written to stderr so far.</summary>
    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    /// <summary>Starts a node and waits until it takes calls.</summary>
    public static Task<NodeProcess> Start(string folder, params string[] args) => StartWith([], folder, args);

    /// <summary>The same with variables of the environment.</summary>
    public static async Task<NodeProcess> StartWith((string Name, string Value)[] variables, string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "controlplane-silo.dll"), "--data", folder, "--http-port", "0", .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var node = new NodeProcess(Process.Start(start)!);
        node._process.ErrorDataReceived += node.Note;
        node._process.BeginErrorReadLine();
        var line = await node._process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        if (line?.Split(' ').FirstOrDefault(word => word.StartsWith("address=", StringComparison.Ordinal)) is not { } address)
            throw new InvalidOperationException($"The node is not ready but says '{line}' and '{node.Error}'.");
        node.Address = new Uri(address["address=".Length..]);
        return node;
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>SIGTERM, until it has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        Assert.Equal(0, (await Executable.Finish(Executable.StartProgram("/bin/sh", "-c", $"kill -TERM {Id}"))).ExitCode);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_error)
            _error.AppendLine(line.Data);
    }
}
