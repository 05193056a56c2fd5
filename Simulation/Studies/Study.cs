using System.Collections.Concurrent;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>Runs policies × seeds side by side.</summary>
public static class Study
{
    /// <summary>Runs the plan, or as much of it as is done when cancelled.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told about progress, one call at a time.</param>
    /// <param name="cancellation">Ends the study early; runs under way are kept as partial ones.</param>
    /// <exception cref="ArgumentException">A policy or one of its settings is unknown.</exception>
    public static StudyResult Run(StudyPlan plan, Action<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var total = plan.Policies.Count * plan.Seeds.Count;
        var results = new RunResult?[total];
        var meter = new StudyMeter(total, progress);
        // Policies are the inner loop, and runs are handed out one by one: all policies of the first seed are there first.
        var order = Partitioner.Create(Enumerable.Range(0, total), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = plan.Parallelism }, i =>
        {
            if (cancellation.IsCancellationRequested)
                return;
            var policy = plan.Policies[i % plan.Policies.Count];
            var options = new RunOptions { Host = plan.Host, Shadow = plan.Shadow, Progress = share => meter.Advance(i, share) };
            var run = Simulator.Run(plan.Scenario, policy, plan.Seeds[i / plan.Policies.Count], options, cancellation);
            results[i] = plan.Frontier && run.UsefulUnits > 0 ? run with { Frontier = FrontierComparison.Of(plan.Scenario, run) } : run;
            meter.Finish(i, results[i]!);
        });

        var byPolicy = plan.Policies
            .Select((policy, p) => new PolicyRuns(policy, [.. RunsOf(results, p, plan.Policies.Count)]))
            .Where(p => p.Runs.Count > 0);
        return new StudyResult(plan.Scenario, plan.Seeds, [.. byPolicy], results.Any(r => r is null || r.Partial));
    }

    private static IEnumerable<RunResult> RunsOf(RunResult?[] results, int policy, int stride)
    {
        for (var i = policy; i < results.Length; i += stride)
        {
            if (results[i] is { } run)
                yield return run;
        }
    }
}
