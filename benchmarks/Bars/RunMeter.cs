using System.Diagnostics;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Runs one policy on one scenario several times in this process and measures it.</summary>
internal static class RunMeter
{
    private const double LightLoad = 0.1;
    private const long GrowingQueueJobs = 500;

    public static RunFigures Measure(Scenario scenario, string policy, int repeats)
    {
        var first = Once(scenario, policy);
        using var process = Process.GetCurrentProcess();
        var peakMiB = process.PeakWorkingSet64 / (1024.0 * 1024);
        var further = Enumerable.Range(0, repeats).Select(_ => Once(scenario, policy)).ToList();
        if (further.Exists(r => r.Result.EventLogHash != first.Result.EventLogHash))
            throw new InvalidOperationException($"{policy}: two runs of the same seed differ.");
        // A queue that grows without bound needs ever more room: its policy has no steady state at this load.
        var load = first.Result.QueueByDay is [.., > GrowingQueueJobs] ? LightLoad : 1;
        var steady = Steady(scenario with { Load = load, HorizonS = scenario.HorizonS / load }, policy);
        return new RunFigures(
            first.WallS,
            Median(further.Select(r => r.WallS)),
            Median(further.Select(r => r.CpuS)),
            peakMiB,
            steady.BytesPerEvent,
            steady.AllocatingShare,
            load,
            first.Result.LoopEvents,
            first.Result.Jobs.Completed,
            first.Result.PublishedJoulesPerUnit,
            first.Result.EventLogHash);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static (double WallS, double CpuS, RunResult Result) Once(Scenario scenario, string policy)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var result = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy)), scenario.Seed);
        var wallS = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (wallS, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, result);
    }

    private static SteadyMeter Steady(Scenario scenario, string policy)
    {
        var meter = new SteadyMeter();
        Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy)), scenario.Seed, new RunOptions { Progress = meter.Observe });
        return meter;
    }
}
