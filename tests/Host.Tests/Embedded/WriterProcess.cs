using System.Diagnostics;
using System.Globalization;
using ControlPlane.Host.Tests.Processes;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A <see cref="JournalWriter"/> as a process of its own.</summary>
internal sealed class WriterProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _error;

    private WriterProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The numbers that it said are durable, with their places.</summary>
    public List<(long Number, int Place)> Answered { get; } = [];

    /// <summary>Starts one.</summary>
    public static WriterProcess Start(JournalPlace place, int callers) => new(Executable.StartProgram("dotnet", Arguments(place, callers, int.MaxValue)));

    /// <summary>Starts one whose files may not grow beyond a number of kilobytes, as on a disk that is full. It ends after some failures.</summary>
    public static WriterProcess StartWithLittleRoom(JournalPlace place, int kilobytes) => new(Executable.StartProgram(
        // The runtime maps its code through a large file unless told otherwise; a write beyond the limit must be an error and no signal.
        "/bin/bash",
        ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$@\"", "bash", .. Arguments(place, callers: 4, most: 20)]));

    /// <summary>Reads until it has said so many lines, or has ended.</summary>
    public async Task Hear(int lines)
    {
        for (var heard = 0; heard < lines && await Next(); heard++)
        {
            // Next keeps it.
        }
    }

    /// <summary>SIGKILL, and reads what it had said.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await Hear(int.MaxValue);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Reads to its end.</summary>
    public async Task End()
    {
        await Hear(int.MaxValue);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(_process.ExitCode == 0, await _error);
    }

    public void Dispose() => _process.Dispose();

    private static string[] Arguments(JournalPlace place, int callers, int most) =>
    [
        "exec", typeof(WriterProcess).Assembly.Location, JournalWriter.Verb, place.Folder, place.Connection ?? "",
        callers.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture),
    ];

    private async Task<bool> Next()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        // The last line may be cut in the middle: only one with both numbers counts, and a place is checked with its number.
        if (line?.Split(' ') is [var number, var place])
            Answered.Add((long.Parse(number, CultureInfo.InvariantCulture), int.Parse(place, CultureInfo.InvariantCulture)));
        return line is not null;
    }
}
