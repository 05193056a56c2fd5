using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>
/// Whether jobs pile up. Compared are the mean numbers of waiting jobs in the second and in the last quarter of a run, whose middles lie half a run
/// apart: a queue grows when the difference is above 1 % of the jobs submitted in half a run, and above five jobs.
/// </summary>
/// <param name="GrowthPerDay">Waiting jobs added per day between the two quarters, mean over runs; NaN with fewer than eight samples.</param>
/// <param name="IsGrowing">Whether the queue grows.</param>
public readonly record struct Backlog(double GrowthPerDay, bool IsGrowing)
{
    private const int LeastSamples = 8;
    private const double LeastShare = 0.01;
    private const double LeastJobs = 5;

    /// <summary>Judges the runs of one policy.</summary>
    /// <param name="runs">Its runs, at least one.</param>
    public static Backlog Of(IReadOnlyList<RunResult> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        RunResult[] sampled = [.. runs.Where(r => r.Series.TimeS.Count >= LeastSamples)];
        if (sampled.Length == 0)
            return new Backlog(double.NaN, runs.Average(r => r.Jobs.Held + r.Jobs.Queued) > Math.Max(LeastJobs, LeastShare * runs.Average(r => r.Jobs.Submitted)));
        var growth = sampled.Average(Growth);
        var submitted = sampled.Average(r => r.Jobs.Submitted) / 2;
        return new Backlog(growth / (sampled.Average(r => r.EndS) / 2) * 86_400, growth > Math.Max(LeastJobs, LeastShare * submitted));
    }

    private static double Growth(RunResult run)
    {
        var samples = run.Series.TimeS.Count;
        return MeanWaiting(run.Series, samples * 3 / 4, samples) - MeanWaiting(run.Series, samples / 4, samples / 2);
    }

    private static double MeanWaiting(TimeSeries series, int from, int to) =>
        Enumerable.Range(from, to - from).Average(k => (double)series.Waiting(k));
}
