using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ControlPlane.Client.Node.Serving;

/// <summary>A node as a process that this one has started.</summary>
internal sealed class NodeProcess : IDisposable
{
    private const int Terminate = 15;
    private const string ErrorMark = "error: ";
    private readonly TaskCompletionSource<NodeReady?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private string? _error;

    private NodeProcess(Process process, Action<string> tell)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => HearError(line.Data, tell);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = WaitForEnd();
    }

    /// <summary>Ends when it takes requests; null when it ended before.</summary>
    public Task<NodeReady?> Ready => _ready.Task;

    /// <summary>Ends with it.</summary>
    public Task<NodeEnd> Ended { get; }

    /// <summary>Starts one.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="tell">Told the lines that it writes to stderr while it takes requests.</param>
    /// <exception cref="NodeFailedException">There is no such program, or it may not be run.</exception>
    public static NodeProcess Start(ProcessStartInfo start, Action<string> tell)
    {
        try
        {
            return new NodeProcess(Process.Start(start)!, tell);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new NodeFailedException($"{start.FileName} cannot be started: {e.Message}", Hosting.ExitCode.BadInput);
        }
    }

    /// <summary>Asks it to finish what it does and to end.</summary>
    public void AskToEnd()
    {
        if (_process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            _process.Kill();
        else
            _ = SendSignal(_process.Id, Terminate);
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    public void Dispose() => _process.Dispose();

    private async Task<NodeEnd> WaitForEnd()
    {
        // Also waits for the last lines.
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _ready.TrySetResult(null);
        return new NodeEnd(_process.ExitCode, _error);
    }

    private void Hear(string? line)
    {
        if (line is not null && NodeReady.Read(line) is { } ready)
            _ready.TrySetResult(ready);
    }

    private void HearError(string? line, Action<string> tell)
    {
        if (line is null)
            return;
        if (line.StartsWith(ErrorMark, StringComparison.Ordinal))
            _error = line[ErrorMark.Length..];
        else if (_ready.Task.IsCompleted)
            tell(line);
    }

    // .NET can only end a process at once.
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int processId, int signal);
}
