using System.Diagnostics;
using System.Text;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>The built silo as a process of its own.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "controlplane-silo.dll");
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task _errorEnds;

    private SiloProcess(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the tests are run with is not meant for the silo.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("CONTROLPLANE_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["CONTROLPLANE_CARRIER"] = "orleans";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errorEnds = ReadErrors();
    }

    /// <summary>What the ready line says, by name.</summary>
    public IReadOnlyDictionary<string, string> Ready { get; private set; } = new Dictionary<string, string>();

    /// <summary>TCP port for other silos.</summary>
    public int SiloPort => int.Parse(Ready["silo-port"]);

    /// <summary>TCP port for clients.</summary>
    public int GatewayPort => int.Parse(Ready["gateway-port"]);

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written to stderr so far.</summary>
    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    /// <summary>Starts a silo over a database on free ports, with fast failure detection, and waits until it takes calls.</summary>
    /// <param name="database">Connection string.</param>
    /// <param name="more">Further arguments, which may repeat nothing.</param>
    public static Task<SiloProcess> Start(string database, params string[] more) => StartWith(
        ["--storage", "postgres", "--connection", database, "--silo-port", "0", "--gateway-port", "0", "--fast-failover", .. more]);

    /// <summary>Starts a silo and waits until it takes calls.</summary>
    /// <param name="arguments">All arguments.</param>
    public static async Task<SiloProcess> StartWith(params string[] arguments)
    {
        var silo = new SiloProcess(arguments);
        var line = await silo._process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        if (line is null || !line.StartsWith("ready ", StringComparison.Ordinal))
            throw new InvalidOperationException($"The silo is not ready but says '{line}'. {(await silo.End()).Error}");
        silo.Ready = line.Split(' ').Skip(1).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return silo;
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    /// <param name="arguments">All arguments.</param>
    public static Task<SiloEnd> Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs the program with environment variables until it ends by itself.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="arguments">All arguments.</param>
    public static async Task<SiloEnd> RunWith((string Name, string Value)[] variables, params string[] arguments)
    {
        await using var silo = new SiloProcess(arguments, variables);
        return await silo.End();
    }

    /// <summary>SIGKILL: the process is gone at once, without a word to anybody.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Patience);
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>How it ended.</returns>
    public async Task<SiloEnd> Terminate()
    {
        await AskToStop();
        return await End();
    }

    /// <summary>SIGTERM, without waiting for what it does.</summary>
    public Task AskToStop() => Signal("TERM");

    /// <summary>SIGSTOP: it stands still, as a machine that swaps or a virtual machine that is moved.</summary>
    public Task Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on and does not know that time has passed.</summary>
    public Task Thaw() => Signal("CONT");

    /// <summary>Waits for the end.</summary>
    public async Task<SiloEnd> End()
    {
        var rest = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _errorEnds;
        return new SiloEnd(_process.ExitCode, rest, Error);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {Id}"]);
        await kill.WaitForExitAsync();
    }

    // Read all the time: a process whose pipe is full stands still.
    private async Task ReadErrors()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_error)
                _error.AppendLine(line);
        }
    }
}
