using System.Diagnostics;

namespace ControlPlane.Benchmarks.Published;

/// <summary>The published Python simulator in a directory of the user's, driven through its own command line.</summary>
/// <param name="directory">Where it is.</param>
/// <param name="python">Interpreter that has what it imports.</param>
internal sealed class PublishedSimulator(string directory, string python)
{
    public const string Source = "github.com/filrg/distributed_cluster_GPUs, commit 9e78013, Apache-2.0";

    private const string Program = "run_sim_paper.py";
    private const string CpuMark = "cpu-seconds";

    // What it imports is loaded before the clock starts: only the simulation counts.
    private const string Driver = $"""
        import resource, runpy, sys
        sys.path.insert(0, '.')
        import configs.paper_config, simcore.simulator_paper_multi
        used = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        begun = used()
        sys.argv = ['{Program}'] + sys.argv[1:]
        runpy.run_path('{Program}', run_name='__main__')
        print('{CpuMark}', used() - begun)
        """;

    public bool Exists => File.Exists(Path.Combine(directory, Program));

    /// <summary>Simulates the paper fleet with training jobs only.</summary>
    /// <param name="algorithm">Its name on that command line.</param>
    /// <param name="horizonS">Simulated seconds.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Processor seconds and jobs completed.</returns>
    public (double CpuS, long Completed) Run(string algorithm, double horizonS, long seed)
    {
        var logs = Directory.CreateTempSubdirectory("published-");
        try
        {
            using var process = Process.Start(Command(
                "--algo", algorithm, "--inf-mode", "off", "--trn-rate", "0.02", "--duration", $"{horizonS}", "--log-interval", "20",
                "--seed", $"{seed}", "--log-path", logs.FullName))!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"The published simulator ended with {process.ExitCode}: {errors.Result.Trim()}");
            var cpu = output.Split('\n').Single(l => l.StartsWith(CpuMark, StringComparison.Ordinal))[CpuMark.Length..];
            // One line a completed job under a heading.
            var completed = File.ReadLines(Path.Combine(logs.FullName, "job_log.csv")).LongCount() - 1;
            return (double.Parse(cpu), completed);
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    private ProcessStartInfo Command(params string[] arguments) => new(python, ["-c", Driver, .. arguments])
    {
        UseShellExecute = false,
        WorkingDirectory = directory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["OMP_NUM_THREADS"] = "1", ["PYTHONDONTWRITEBYTECODE"] = "1" },
    };
}
