using System.Diagnostics;
using ControlPlane.Benchmarks.Micro;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>One solution of the frontier LP of the paper fleet with the built-in solver.</summary>
internal static class FrontierBar
{
    private const int Repeats = 31;
    private const double MostMs = 50;

    public static IEnumerable<BarRow> Measure()
    {
        var bench = new FrontierBenchmarks();
        bench.Setup();
        var firstMs = Ms(bench.Cold);
        var coldMs = RunMeter.Median(Enumerable.Range(0, Repeats).Select(_ => Ms(bench.Cold)));
        bench.Warm();
        var warmMs = RunMeter.Median(Enumerable.Range(0, Repeats).Select(_ => Ms(bench.Warm)));
        yield return new BarRow(
            "frontier LP, paper fleet, budget 1 250 s",
            "<= 50 ms",
            $"{coldMs:F2} ms cold, {warmMs:F2} ms warm (first {firstMs:F0} ms, compilation included)",
            coldMs <= MostMs,
            new Dictionary<string, double> { ["coldMs"] = coldMs, ["warmMs"] = warmMs, ["firstMs"] = firstMs });
    }

    private static double Ms(Func<FrontierPoint> solve)
    {
        var started = Stopwatch.GetTimestamp();
        if (!solve().IsFeasible)
            throw new InvalidOperationException("The frontier of the paper fleet has a point at this budget.");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
