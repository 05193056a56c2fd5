using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Estimates over seeds. Runs cut short do not count while there are whole ones.</summary>
internal static class Comparison
{
    /// <summary>The runs that count.</summary>
    /// <param name="policy">The runs of a policy.</param>
    public static IReadOnlyList<RunResult> Counting(PolicyRuns policy) =>
        policy.Runs.Any(r => !r.Partial) ? [.. policy.Runs.Where(r => !r.Partial)] : policy.Runs;

    /// <summary>A metric's mean with its interval.</summary>
    /// <param name="policy">The runs of a policy.</param>
    /// <param name="metric">The metric.</param>
    public static Estimate Estimate(PolicyRuns policy, Metric metric) =>
        Simulation.Studies.Estimate.Of(Counting(policy).Select(metric.Value).Where(v => !double.IsNaN(v)));

    /// <summary>The mean paired difference to a baseline: same seeds, same arrivals and sizes.</summary>
    /// <param name="policy">The runs of a policy.</param>
    /// <param name="baseline">The runs of the baseline.</param>
    /// <param name="metric">The metric.</param>
    public static Estimate Difference(PolicyRuns policy, PolicyRuns baseline, Metric metric)
    {
        var pairs = policy.Runs.Where(r => !r.Partial)
            .Join(baseline.Runs.Where(r => !r.Partial), r => r.Seed, r => r.Seed, (run, other) => (metric.Value(run), metric.Value(other)))
            .Where(p => !double.IsNaN(p.Item1) && !double.IsNaN(p.Item2))
            .ToList();
        return Simulation.Studies.Estimate.OfDifference(pairs.Select(p => p.Item1), pairs.Select(p => p.Item2));
    }

    /// <summary>Whether a policy keeps up, as the report judges it. The figures of one that does not speak only of the work it did.</summary>
    /// <param name="runs">Its runs, at least one.</param>
    public static bool KeepsUp(IReadOnlyList<RunResult> runs) => !Backlog.Of(runs).IsGrowing;
}
