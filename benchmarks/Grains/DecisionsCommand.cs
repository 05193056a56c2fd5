using System.Text.Json;
using ControlPlane.Benchmarks.Bars;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>
/// Decision latency through the policy workers of a live region: one silo in this process, called as its own grains call it, in rounds over 8, 64 and 500
/// sites, so that other work on the machine hits all alike. Least loaded asks an index, so that its latency must not grow with the fleet; shortest completion
/// looks at every site and is the dearest rule: its growth is shown, only the limit of all decisions holds for it.
/// </summary>
internal static class DecisionsCommand
{
    private const double MostP99Us = 10_000;
    private const double MostGrowth = 2;
    // Compiled in all its tiers before it counts; a round lasts for several refreshes of the workers.
    private const int WarmUps = 40_000;
    private const int Rounds = 5;
    private const int DecisionsARound = 40_000;
    private const string Indexed = "least-loaded";
    private static readonly string[] Policies = [Indexed, "shortest-completion"];
    private static readonly int[] Widths = [8, 64, 500];
    private static readonly int[] CallerCounts = [1, 16];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints the table, or JSON; exit code 1 if a bar is missed.</summary>
    /// <param name="options">Arguments after the verb.</param>
    public static int Run(string[] options)
    {
        if (options.Except(["--json"]).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"grains decisions has no option '{unknown}'; there is --json.", nameof(options));
        var machine = BarsCommand.Machine();
        var rows = Measure().GetAwaiter().GetResult();
        var most = rows.Max(r => r.P99Us);
        var growth = rows.Where(r => r.Policy == Indexed && r.Sites == Widths[^1]).Max(r => r.P50Us / Narrow(rows, r).P50Us);
        var isMet = most <= MostP99Us && growth <= MostGrowth;
        if (options.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new { machine, mostP99Us = most, indexedMedianGrowth = growth, isMet, rows }, Indented));
        else
            Print(machine, rows, $"p99 <= 10 ms: {most / 1000:F2} ms at most; median of {Indexed} at {Widths[^1]} sites <= {MostGrowth}x that at {Widths[0]}: {growth:F2}x; {(isMet ? "met" : "MISSED")}");
        return isMet ? 0 : 1;
    }

    private static async Task<List<DecisionFigures>> Measure()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureSilo((_, silo) => silo.AddMemoryGrainStorage("controlplane"));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var grains = cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();
        var rows = await Measure(grains);
        await cluster.StopAllSilosAsync();
        return rows;
    }

    private static async Task<List<DecisionFigures>> Measure(IGrainFactory grains)
    {
        var cells = new List<(DecisionStand Stand, LatencyLog Log)>();
        foreach (var policy in Policies)
        {
            foreach (var sites in Widths)
            {
                var stand = await DecisionStand.Configure(grains, policy, sites);
                cells.AddRange(CallerCounts.Select(callers => (stand, new LatencyLog(policy, sites, callers))));
            }
        }

        foreach (var (stand, log) in cells)
            await stand.Run(new LatencyLog("warm-up", 0, log.Callers), WarmUps);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (stand, log) in cells)
                await stand.Run(log, DecisionsARound);
        }

        return [.. cells.Select(c => c.Log.Figures()).OrderBy(f => Array.IndexOf(Policies, f.Policy)).ThenBy(f => f.Callers).ThenBy(f => f.Sites)];
    }

    private static DecisionFigures Narrow(List<DecisionFigures> rows, DecisionFigures row) =>
        rows.Single(r => r.Policy == row.Policy && r.Callers == row.Callers && r.Sites == Widths[0]);

    private static void Print(string machine, List<DecisionFigures> rows, string verdict)
    {
        Console.WriteLine($"{machine}\n");
        Console.WriteLine("policy               callers  sites  decisions   p50 us   p99 us    max us  decisions/s  p50 and p99 against 8 sites  workers  board states");
        foreach (var row in rows)
        {
            var narrow = Narrow(rows, row);
            Console.WriteLine(
                $"{row.Policy,-20} {row.Callers,7} {row.Sites,6} {row.Decisions,10} {row.P50Us,8:F0} {row.P99Us,8:F0} {row.MaxUs,9:F0} {row.PerS,12:F0} "
                + $"{$"{row.P50Us / narrow.P50Us:F2}x  {row.P99Us / narrow.P99Us:F2}x",28} {row.Workers,8} {row.Boards,13}");
        }

        Console.WriteLine($"\n{verdict}");
    }
}
