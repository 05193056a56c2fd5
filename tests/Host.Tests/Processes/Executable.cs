using System.Diagnostics;

namespace ControlPlane.Host.Tests.Processes;

/// <summary>The built console as a process of its own.</summary>
internal static class Executable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Path of the program beside the tests.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "controlplane.exe" : "controlplane");

    /// <summary>Starts it with redirected output.</summary>
    public static Process Start(params string[] args) => StartProgram(Path, args);

    /// <summary>
    /// Starts it so that Ctrl-C reaches it: tests that run in the background (nohup, some build servers) inherit an ignored SIGINT and would pass it on.
    /// </summary>
    public static Process StartInterruptible(params string[] args) =>
        OperatingSystem.IsLinux() ? StartProgram("/usr/bin/env", ["--default-signal=INT", Path, .. args]) : Start(args);

    /// <summary>Starts any program with redirected output.</summary>
    public static Process StartProgram(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = AppContext.BaseDirectory + System.IO.Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return Process.Start(start)!;
    }

    /// <summary>Reads everything and waits for the end.</summary>
    public static async Task<CliResult> Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            try
            {
                await process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                process.Kill();
                throw;
            }

            return new CliResult(process.ExitCode, await output, await error);
        }
    }
}
