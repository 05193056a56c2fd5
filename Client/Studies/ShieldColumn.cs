using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>The column of the shield's interventions, which nobody wants to see while there are none.</summary>
internal static class ShieldColumn
{
    /// <summary>The columns of a table, with that of the shield if it intervened.</summary>
    /// <param name="metrics">The columns.</param>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<Metric> Added(IReadOnlyList<Metric> metrics, StudyResult study) =>
        study.Policies.Any(p => p.Runs.Any(r => r.Shield.Total > 0)) && !metrics.Contains(Metrics.ShieldInterventions)
            ? [.. metrics, Metrics.ShieldInterventions]
            : metrics;
}
