using System.Diagnostics;

namespace ControlPlane.Core.Tests.Reports;

/// <summary>A headless Chromium, where one is installed.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-quic", "--hide-scrollbars", "--allow-file-access-from-files", "--enable-logging=stderr", "--virtual-time-budget=5000",
    ];

    /// <summary>Its path; null when none is on the PATH.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Loads a file and returns its document after scripts have run, and what the browser logged.</summary>
    /// <param name="folder">Folder of the file; the browser's profile goes there too.</param>
    /// <param name="file">Name of the file.</param>
    public static async Task<(string Dom, string Log)> LoadAsync(string folder, string file)
    {
        var start = new ProcessStartInfo(Path!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[.. Flags, "--user-data-dir=" + System.IO.Path.Combine(folder, "profile"), "--dump-dom", new Uri(System.IO.Path.Combine(folder, file)).AbsoluteUri])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var (dom, log) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (await dom, await log);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
