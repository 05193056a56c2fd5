using ControlPlane.Client.Output;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Columns and marks of metrics.</summary>
internal static class MetricColumn
{
    /// <summary>The column of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public static Column Of(Metric metric) => new(metric.Name, metric.Title, metric.Unit);

    /// <summary>The best of some values.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="values">Its values; NaN = none.</param>
    /// <returns>NaN when none is best: the metric has no better side, or there are fewer than two different values.</returns>
    public static double Best(Metric metric, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(v => !double.IsNaN(v)).Distinct()];
        if (metric.Better == 0 || known.Length < 2)
            return double.NaN;
        return metric.Better < 0 ? known.Min() : known.Max();
    }

    /// <summary>Whether a value reads like the best one.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="value">Its value.</param>
    /// <param name="best">The best value; NaN if none is.</param>
    public static CellMark Mark(Metric metric, double value, double best) =>
        !double.IsNaN(best) && Show.Number(value, metric.Decimals) == Show.Number(best, metric.Decimals) ? CellMark.Best : CellMark.None;
}
