using System.Collections.Concurrent;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Simulation.Generation.Studies;

/// <summary>Runs rules × seeds side by side.</summary>
public static class GenerationStudy
{
    /// <summary>Runs the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told how many days of all are done, one call at a time.</param>
    /// <param name="cancellation">Ends the study; a rule with fewer days than seeds is left out then.</param>
    /// <returns>The rules in the order of the plan.</returns>
    /// <exception cref="ArgumentException">A rule, one of its settings or a scenario cannot be.</exception>
    public static IReadOnlyList<GenerationPolicyDays> Run(
        GenerationStudyPlan plan, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var policy in plan.Policies)
            GenerationPolicyCatalog.Check(policy);
        var total = plan.Policies.Count * plan.Seeds.Count;
        var days = new GenerationResult?[total];
        var (gate, done) = (new Lock(), 0);
        // Handed out one by one, rules of a seed together: all rules of the first seed are there first.
        var order = Partitioner.Create(Enumerable.Range(0, total), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = plan.Parallelism }, i =>
        {
            if (cancellation.IsCancellationRequested)
                return;
            var seed = plan.Seeds[i / plan.Policies.Count];
            var options = new GenerationRunOptions { Host = plan.Host };
            days[i] = GenerationSimulator.Run(plan.Scenario(seed), plan.Policies[i % plan.Policies.Count], seed, options);
            lock (gate)
                progress?.Invoke(++done, total);
        });
        return [.. plan.Policies.Select((policy, p) => new GenerationPolicyDays(policy, [.. DaysOf(days, p, plan.Policies.Count)])).Where(d => d.Days.Count == plan.Seeds.Count)];
    }

    private static IEnumerable<GenerationResult> DaysOf(GenerationResult?[] days, int policy, int stride)
    {
        for (var i = policy; i < days.Length; i += stride)
        {
            if (days[i] is { } day)
                yield return day;
        }
    }
}
