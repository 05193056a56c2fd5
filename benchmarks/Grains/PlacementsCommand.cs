using System.Globalization;
using System.Text.Json;
using ControlPlane.Benchmarks.Bars;
using ControlPlane.Silo;
using ControlPlane.Silo.Orleans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>
/// Durable placements a second through the live grains of the paper fleet: one silo in this process with its clients, state in memory or, with
/// <c>--connection</c>, in PostgreSQL. A placement counts when its data centre has it on disk and its ingress knows.
/// </summary>
internal static class PlacementsCommand
{
    private const double LeastPerS = 1_000;
    private static readonly string[] Known = ["--connection", "--policy", "--seconds", "--callers", "--batch"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints the table, or JSON; exit code 1 if the bar is missed.</summary>
    /// <param name="options">Arguments after the verb.</param>
    public static int Run(string[] options)
    {
        var given = Read(options.Where(o => o != "--json").ToArray());
        var connection = given.GetValueOrDefault("--connection");
        var seconds = double.Parse(given.GetValueOrDefault("--seconds", "10"), CultureInfo.InvariantCulture);
        var machine = BarsCommand.Machine();
        var rows = Measure(connection, given.GetValueOrDefault("--policy", "least-loaded"), seconds, Shapes(given)).GetAwaiter().GetResult();
        var best = rows.Max(r => r.PlacementsPerS);
        var isMet = best >= LeastPerS;
        if (options.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new { machine, bestPerS = best, isMet, rows }, Indented));
        else
            Print(machine, rows, $"durable placements/s >= 1 000: {best:F0} at best; {(isMet ? "met" : "MISSED")}{(connection is null ? " (in memory: the bar is for PostgreSQL)" : "")}");
        return isMet ? 0 : 1;
    }

    private static Dictionary<string, string> Read(string[] options)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < options.Length; i += 2)
        {
            if (!Known.Contains(options[i]) || i + 1 == options.Length)
                throw new ArgumentException($"grains placements has no option '{options[i]}', or it has no value; there are {string.Join(", ", Known)} and --json.", nameof(options));
            given[options[i]] = options[i + 1];
        }

        return given;
    }

    // A few callers with one job each show the latency, many show the throughput.
    private static (int Callers, int JobsACall)[] Shapes(Dictionary<string, string> given) =>
        given.TryGetValue("--callers", out var callers)
            ? [(int.Parse(callers, CultureInfo.InvariantCulture), int.Parse(given.GetValueOrDefault("--batch", "1"), CultureInfo.InvariantCulture))]
            : [(8, 1), (64, 1), (256, 1), (64, 16)];

    private static async Task<List<PlacementFigures>> Measure(string? connection, string policy, double seconds, (int Callers, int JobsACall)[] shapes)
    {
        var settings = new SiloSettings { Storage = connection is null ? StorageKind.Memory : StorageKind.Postgres, ConnectionString = connection };
        if (connection is not null)
            await PostgresSchema.Prepare(new PostgresConnections(connection), region: null);
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) => silo.AddControlPlaneStorage(settings));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var grains = cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        var rows = new List<PlacementFigures>();
        foreach (var (callers, jobsACall) in shapes)
        {
            var stand = new PlacementStand(grains, connection is null ? "memory" : "postgres", policy);
            await stand.Open();
            await stand.Run(callers, jobsACall, seconds / 4);
            rows.Add(await stand.Run(callers, jobsACall, seconds));
        }

        await cluster.StopAllSilosAsync();
        return rows;
    }

    private static void Print(string machine, List<PlacementFigures> rows, string verdict)
    {
        Console.WriteLine($"{machine}\n");
        Console.WriteLine("storage   ingresses  callers  jobs/call  placements  placements/s  completed  submit p50 ms   p99 ms  commits/s  operations/commit  bytes/commit");
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"{row.Storage,-9} {row.Ingresses,9} {row.Callers,8} {row.JobsACall,10} {row.Placements,11} {row.PlacementsPerS,13:F0} {row.Completed,10} "
                + $"{row.SubmitP50Ms,14:F1} {row.SubmitP99Ms,8:F1} {row.Commits / row.Seconds,10:F0} {row.OperationsACommit,18:F1} {row.BytesACommit,13:F0}");
        }

        Console.WriteLine($"\n{verdict}");
    }
}
