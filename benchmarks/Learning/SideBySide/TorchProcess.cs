using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>The updates in PyTorch, in a process that answers one order after the other. It runs on the processors that this process is bound to.</summary>
internal sealed class TorchProcess : IDisposable
{
    private const string Script = "updates.py";
    private const string KeepsBytes = "4294967296";
    private readonly Process _process;

    private TorchProcess(Process process, string versions) => (_process, Versions) = (process, versions);

    /// <summary>Of PyTorch and of the BLAS that it found.</summary>
    public string Versions { get; }

    /// <summary>Starts it.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="process">The process, where it started.</param>
    /// <param name="obstacle">Why it did not.</param>
    public static bool TryStart(string python, [NotNullWhen(true)] out TorchProcess? process, [NotNullWhen(false)] out string? obstacle)
    {
        (process, obstacle) = (null, null);
        try
        {
            var started = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, Script)])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // The C library gives large blocks back to the system after each step unless told otherwise: a third of the time.
                Environment =
                {
                    ["MALLOC_MMAP_THRESHOLD_"] = KeepsBytes, ["MALLOC_TRIM_THRESHOLD_"] = KeepsBytes,
                    ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1", ["MKL_NUM_THREADS"] = "1",
                },
            })!;
            var errors = started.StandardError.ReadToEndAsync();
            if (started.StandardOutput.ReadLine() is { } ready)
            {
                process = new TorchProcess(started, ready["ready ".Length..]);
                return true;
            }

            obstacle = errors.Result.Trim().Split('\n')[^1];
        }
        catch (Win32Exception error)
        {
            obstacle = error.Message;
        }

        return false;
    }

    /// <summary>Lets an update find its fastest way.</summary>
    /// <param name="update">Its name.</param>
    /// <returns>The ways with their updates a second, the fastest first.</returns>
    public string Prepare(string update)
    {
        var words = Ask($"{update} 1").Split(' ');
        _ = Read();
        return $"{words[1]} of {string.Join(", ", words[2..])}";
    }

    /// <summary>Processor seconds of some updates.</summary>
    /// <param name="update">Its name; prepared.</param>
    /// <param name="count">How many.</param>
    public double Seconds(string update, int count) => double.Parse(Ask($"{update} {count}"));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string order)
    {
        _process.StandardInput.WriteLine(order);
        return Read();
    }

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the updates in PyTorch have ended before their time.");
}
