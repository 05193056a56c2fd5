using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>The runs of one policy, one a seed.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Runs">Its runs, by seed; fewer than seeds when the study was cancelled.</param>
public sealed record PolicyRuns(PolicySpec Policy, IReadOnlyList<RunResult> Runs)
{
    /// <summary>Estimates a metric over the seeds.</summary>
    /// <param name="metric">The metric.</param>
    public Estimate Estimate(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Studies.Estimate.Of(Runs.Select(metric.Value).Where(v => !double.IsNaN(v)));
    }
}
