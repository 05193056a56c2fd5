using ControlPlane.Client.Output;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Tables with a row a policy: means over seeds, and paired differences to a baseline.</summary>
internal static class SummaryTables
{
    /// <summary>Means with 95 % intervals, the best of each column marked.</summary>
    /// <param name="policies">The policies in the order of rows.</param>
    /// <param name="metrics">The columns.</param>
    public static Table Means(IReadOnlyList<PolicyRuns> policies, IReadOnlyList<Metric> metrics)
    {
        var several = policies.Any(p => p.Runs.Count > 1);
        var table = new Table("", [Column.Words("policy", "policy"), new Column("runs", "runs"), .. metrics.Select(MetricColumn.Of)])
        {
            Notes = several ? ["Means +- 95 % confidence (Student's t over seeds); " + MetricColumn.BestNote] : [MetricColumn.BestNote],
        };
        // Policies with different seeds or cut short cannot be ranked.
        var ranked = policies.All(p => p.Runs.Count == policies[0].Runs.Count && p.Runs.All(r => !r.Partial));
        foreach (var policy in policies)
        {
            var whole = policy.Runs.Any(r => !r.Partial);
            var cells = metrics.Select(m => MeanCell(Comparison.Estimate(policy, m), m, ranked ? Best(policies, m) : double.NaN));
            var label = whole ? policy.Policy.Label : $"{policy.Policy.Label} (partial, {Show.Duration(policy.Runs[0].EndS)})";
            table.Add([Cell.Of(label), Cell.Of(Comparison.Counting(policy).Count), .. cells]);
        }

        return table;
    }

    /// <summary>Paired differences to a baseline; those whose interval leaves out zero are coloured and marked.</summary>
    /// <param name="policies">The policies in the order of rows.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="metrics">The columns.</param>
    /// <param name="isPaired">Whether policies see the same arrivals and sizes for a seed.</param>
    public static Table Differences(IReadOnlyList<PolicyRuns> policies, PolicyRuns baseline, IReadOnlyList<Metric> metrics, bool isPaired)
    {
        var table = new Table(
            $"Difference to {baseline.Policy.Label}{(isPaired ? ", same arrivals and sizes seed by seed" : "")}", [Column.Words("policy", "policy"), .. metrics.Select(MetricColumn.Of)])
        {
            Notes = [$"{(isPaired ? "Paired differences" : "Differences")} +- 95 % confidence; b = better, w = worse, where the interval leaves out zero."],
        };
        foreach (var policy in policies.Where(p => p != baseline))
            table.Add([Cell.Of(policy.Policy.Label), .. metrics.Select(m => DifferenceCell(Comparison.Difference(policy, baseline, m), m))]);
        return table;
    }

    /// <summary>One row a policy and metric, for programs.</summary>
    /// <param name="study">The study.</param>
    public static Table ForPrograms(StudyResult study)
    {
        var table = new Table("", [
            Column.Words("scenario", ""), Column.Words("policy", ""), Column.Words("metric", ""), Column.Words("unit", ""), new("mean", ""),
            new("ci95_half_width", ""), new("runs", ""), Column.Words("partial", "")]);
        foreach (var policy in study.Policies)
        {
            foreach (var metric in Metrics.All)
            {
                var estimate = Comparison.Estimate(policy, metric);
                table.Add(
                    Cell.Of(study.Scenario.Name), Cell.Of(policy.Policy.Label), Cell.Of(metric.Name), Cell.Of(metric.Unit),
                    Cell.Of(estimate.Mean, 0), Cell.Of(estimate.HalfWidth, 0), Cell.Of(estimate.Count),
                    new Cell("", Comparison.Counting(policy).Any(r => r.Partial)));
            }
        }

        return table;
    }

    private static double Best(IReadOnlyList<PolicyRuns> policies, Metric metric) =>
        MetricColumn.Best(metric, policies.Select(p => (Comparison.Estimate(p, metric).Mean, Comparison.KeepsUp(p.Runs))));

    private static Cell MeanCell(Estimate estimate, Metric metric, double best)
    {
        var text = double.IsNaN(estimate.HalfWidth)
            ? Show.Number(estimate.Mean, metric.Decimals)
            : $"{Show.Number(estimate.Mean, metric.Decimals)} +- {Show.Number(estimate.HalfWidth, metric.Decimals)}";
        return new Cell(text, estimate.Mean, MetricColumn.Mark(metric, estimate.Mean, best));
    }

    private static Cell DifferenceCell(Estimate difference, Metric metric)
    {
        if (difference.Count == 0)
            return new Cell("-", null);
        var text = Show.Signed(difference.Mean, metric.Decimals);
        if (double.IsNaN(difference.HalfWidth))
            return new Cell(text, difference.Mean);
        text += $" +- {Show.Number(difference.HalfWidth, metric.Decimals)}";
        var better = Math.Sign(difference.Mean) * metric.Better;
        if (better == 0 || Math.Abs(difference.Mean) <= difference.HalfWidth)
            return new Cell(text + "  ", difference.Mean, CellMark.Faint);
        return better > 0 ? new Cell(text + " b", difference.Mean, CellMark.Good) : new Cell(text + " w", difference.Mean, CellMark.Bad);
    }
}
