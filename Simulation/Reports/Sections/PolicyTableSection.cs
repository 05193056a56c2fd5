using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>The main table: one row a policy.</summary>
internal static class PolicyTableSection
{
    private static readonly Metric[] Shown =
    [
        Metrics.JoulesPerUnit, Metrics.AboveFrontier, Metrics.ServiceMean, Metrics.WaitMean, Metrics.TotalMean, Metrics.Completed, Metrics.WaitingAtEnd,
        Metrics.MeanPower,
    ];

    private static readonly Metric[] OnDemand =
    [
        Metrics.ServiceP95, Metrics.ServiceP99, Metrics.WaitP99, Metrics.WanMean, Metrics.Energy, Metrics.Interruptions, Metrics.LostWork,
        Metrics.ShieldInterventions,
    ];

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section(view.Policies.Count == 1 ? "Key results" : "The policies compared");
        section.Paragraph(
            (view.Policies.Count == 1 || view.Study.Partial ? "" : "Click a heading to sort. Marked is the best of each column"
            + (view.Growing.Count == 0 ? ". " : " among the policies with a steady queue; ↗ means that the queue grows. "))
            + "**Energy** counts the whole fleet, sleeping GPUs included, per unit of work done. "
            + (view.HasFrontier ? "**Above frontier** is the part of it that the best possible policy would not need, at the same load and service time. " : "")
            + "**Service** is time on GPUs, **wait** is time in queues, **total** is both and the transfer.");
        section.Table(Table(view, "Policies", [.. Shown.Where(m => Exists(view, m))]));
        var more = OnDemand.Where(m => Exists(view, m) && view.Policies.Any(p => p.Mean(m) != 0)).ToArray();
        if (more.Length > 0)
            section.Details(view.Policies.Count == 1 ? "More figures" : "More figures of each policy", d => d.Table(Table(view, "Further figures", more)));
    }

    private static bool Exists(StudyView view, Metric metric) => view.Policies.Any(p => double.IsFinite(p.Mean(metric)));

    private static ReportTable Table(StudyView view, string caption, Metric[] metrics)
    {
        var isPartial = view.Study.Partial;
        List<TableColumn> columns = [TableColumn.OfText("policy"), .. isPartial ? [TableColumn.OfText("simulated")] : (TableColumn[])[], .. metrics.Select(Column)];
        var rows = view.Policies.Select(p => (IReadOnlyList<TableCell>)
            [Name(p), .. isPartial ? [Simulated(view, p)] : (TableCell[])[], .. metrics.Select(m => Cell(p, m, isPartial))]);
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
