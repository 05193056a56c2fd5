using ControlPlane.Client.Output;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Columns and marks of metrics.</summary>
internal static class MetricColumn
{
    /// <summary>What the mark means.</summary>
    public const string BestNote = "* best of the column among policies without a standing queue.";

    /// <summary>The column of a metric.</summary>
    /// <param name="metric">The metric.</param>
    public static Column Of(Metric metric) => new(metric.Name, metric.Title, metric.Unit);

    /// <summary>The best value among policies without a standing queue.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="values">Its values, and whether the policy keeps up; NaN = none.</param>
    /// <returns>NaN when none is best: the metric has no better side, nobody keeps up, or all values are the same.</returns>
    public static double Best(Metric metric, IEnumerable<(double Value, bool KeepsUp)> values)
    {
        (double Value, bool KeepsUp)[] known = [.. values.Where(v => !double.IsNaN(v.Value))];
        double[] ranked = [.. known.Where(v => v.KeepsUp).Select(v => v.Value)];
        if (metric.Better == 0 || ranked.Length == 0 || known.DistinctBy(v => v.Value).Count() < 2)
            return double.NaN;
        return metric.Better < 0 ? ranked.Min() : ranked.Max();
    }

    /// <summary>Whether a value reads like the best one.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="value">Its value.</param>
    /// <param name="best">The best value; NaN if none is.</param>
    public static CellMark Mark(Metric metric, double value, double best) =>
        !double.IsNaN(best) && Show.Number(value, metric.Decimals) == Show.Number(best, metric.Decimals) ? CellMark.Best : CellMark.None;
}
