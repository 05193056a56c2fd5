using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>The node that is measured: a process of its own, started on an empty folder or database, or one that runs already.</summary>
internal sealed class LoadedNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process? _process;
    private readonly string? _folder;

    private LoadedNode(Uri address, string? adminKey, Process? process, string? folder) =>
        (Address, AdminKey, _process, _folder) = (address, adminKey, process, folder);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The same for sockets.</summary>
    public IPEndPoint EndPoint => new(IPAddress.Parse(Address.Host), Address.Port);

    /// <summary>Key of an administrator; null for a node that asks for none.</summary>
    public string? AdminKey { get; }

    /// <summary>Processor time so far; null when it is somebody else's process.</summary>
    public TimeSpan? Cpu
    {
        get
        {
            _process?.Refresh();
            return _process?.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now and at most, MiB; null when it is somebody else's process.</summary>
    public (double NowMib, double PeakMib)? Memory
    {
        get
        {
            _process?.Refresh();
            return _process is null ? null : (_process.WorkingSet64 / 1048576.0, _process.PeakWorkingSet64 / 1048576.0);
        }
    }

    /// <summary>Starts it, or takes the one that runs.</summary>
    /// <param name="options">Where.</param>
    public static async Task<LoadedNode> Open(LoadOptions options)
    {
        if (options.Node is { } address)
            return new LoadedNode(address, options.AdminKey, process: null, folder: null);
        var folder = Directory.CreateDirectory(Path.Combine(options.Data, $"node-{Environment.ProcessId}")).FullName;
        var (_, secret) = await new KeyRing(Path.Combine(folder, "keys.json"), TimeProvider.System, TimeSpan.Zero).Add("benchmarks", Role.Admin);
        string[] store = options.Connection is { } connection ? ["--connection", connection] : [];
        var process = Process.Start(new ProcessStartInfo(Program, ["--carrier", "embedded", "--data", folder, "--http-port", "0", "--log-level", "error", "--capacity", "10000000", "--json", .. store])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var ready = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new ArgumentException("The node did not start; it said why on standard error.", nameof(options));
        using var line = JsonDocument.Parse(ready);
        return new LoadedNode(new Uri(line.RootElement.GetProperty("address").GetString()!), secret, process, folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "controlplane-silo.exe" : "controlplane-silo");
}
