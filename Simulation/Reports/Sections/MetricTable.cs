using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>A table of metrics with one row a policy.</summary>
internal static class MetricTable
{
    public static ReportTable Of(StudyView view, string caption, IEnumerable<Metric> metrics)
    {
        Metric[] shown = [.. metrics.Where(m => view.Policies.Any(p => double.IsFinite(p.Mean(m))))];
        var isPartial = view.Study.Partial;
        List<TableColumn> columns = [TableColumn.OfText("policy"), .. isPartial ? [TableColumn.OfText("simulated")] : (TableColumn[])[], .. shown.Select(Column)];
        var rows = view.Policies.Select(p => (IReadOnlyList<TableCell>)
            [Name(p), .. isPartial ? [Simulated(view, p)] : (TableCell[])[], .. shown.Select(m => Cell(p, m, isPartial))]);
        return new ReportTable(caption + (view.HasIntervals ? ", mean ± 95 % interval" : ""), columns, [.. rows]) { CsvFile = view.Link(CsvNames.Summary) };
    }

    private static TableColumn Column(Metric metric) =>
        new(metric.Title, metric.Unit, Best: metric.Better switch { < 0 => BestValue.Lowest, > 0 => BestValue.Highest, _ => BestValue.None });

    private static TableCell Name(PolicyView policy) => TableCell.Policy(policy.Label + (policy.Backlog.IsGrowing ? " ↗" : ""), policy.Slot);

    private static TableCell Simulated(StudyView view, PolicyView policy) =>
        TableCell.Text(policy.IsCutShort ? "to " + NumberFormat.Duration(policy.Runs.Min(r => r.EndS)) : $"{policy.Runs.Count} of {view.Study.Seeds.Count} seeds");

    private static TableCell Cell(PolicyView policy, Metric metric, bool isPartial)
    {
        var estimate = policy.Of(metric);
        var cell = estimate.HalfWidth > 0
            ? TableCell.PlusMinus(estimate.Mean, estimate.HalfWidth)
            : TableCell.Fixed(estimate.Mean, metric.Decimals);
        return policy.Backlog.IsGrowing || isPartial ? cell.Unranked() : cell;
    }
}
