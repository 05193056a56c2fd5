using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>The rules compared.</summary>
internal static class RulesSection
{
    private static readonly GenerationMetric[] Shown =
    [
        GenerationMetrics.Utility, GenerationMetrics.Violations, GenerationMetrics.Revenue, GenerationMetrics.Penalty, GenerationMetrics.EnergyCost, GenerationMetrics.TransferCost,
        GenerationMetrics.Transferred, GenerationMetrics.Steps, GenerationMetrics.Clock, GenerationMetrics.Imported, GenerationMetrics.Carbon,
    ];

    public static void Write(HtmlReport report, GenerationStudyView view, ReportOptions options)
    {
        var section = report.Section("The rules compared");
        section.Paragraph(Finding(view));
        section.Figure(
            new BarChart(new(
                "Utility by rule", "Bars of the utility of a day by rule.", new Axis("utility", "USD a day"), [.. view.Policies.Select(p => p.Policy.Label)],
                [Bars("utility", view, p => p.UtilityUsd)])
            { CategorySlots = [.. view.Policies.Select(view.Slot)] }),
            view.HasIntervals ? "Mean over seeds; whiskers are 95 % intervals." : "", FigureWidth.Half);
        section.Figure(
            new BarChart(new(
                "Late jobs by rule", "Bars of the share of jobs not in time by rule.", new Axis("late") { Format = ValueFormat.Percent }, [.. view.Policies.Select(p => p.Policy.Label)],
                [Bars("late", view, p => p.ViolationShare)])
            { CategorySlots = [.. view.Policies.Select(view.Slot)] }),
            "", FigureWidth.Half);
        section.Table(Table(view, options));
    }

    private static string Finding(GenerationStudyView view)
    {
        var text = $"Best beside the oracle is **{view.Shown.Policy.Label}** with {NumberFormat.Fixed(view.Shown.UtilityUsd.Mean, 1)} USD a day and {NumberFormat.Fixed(100 * view.Shown.ViolationShare.Mean, 2)} % of the jobs late.";
        if (view.Oracle is not { } oracle || oracle == view.Shown)
            return text;
        return text + $" The oracle **{oracle.Policy.Label}**, which sees the providers' quotes and tracks the slot's capacity, makes {NumberFormat.Fixed(oracle.UtilityUsd.Mean, 1)}: "
            + $"{NumberFormat.Fixed(100 * view.Shown.UtilityUsd.Mean / oracle.UtilityUsd.Mean, 1)} % of it is reached. It is a good heuristic, not a bound. The learned rule `jemas` sees the quotes too; the other rules do not.";
    }

    private static BarSeries Bars(string name, GenerationStudyView view, Func<GenerationPolicyDays, Studies.Estimate> of)
    {
        var estimates = view.Policies.Select(of).ToArray();
        var series = new BarSeries(name, 0, [.. estimates.Select(e => e.Mean)]);
        return view.HasIntervals ? series with { Low = [.. estimates.Select(e => e.Low)], High = [.. estimates.Select(e => e.High)] } : series;
    }

    private static ReportTable Table(GenerationStudyView view, ReportOptions options)
    {
        var rows = view.Policies.Select(p => (IReadOnlyList<TableCell>)[TableCell.Policy(p.Policy.Label, view.Slot(p)), .. Shown.Select(m => Cell(p, m))]);
        return new ReportTable(
            "Rules" + (view.HasIntervals ? ", mean ± 95 % interval" : ""),
            [TableColumn.OfText("rule"), .. Shown.Select(m => new TableColumn(m.Title, m.Unit, Best: m.Better switch { < 0 => BestValue.Lowest, > 0 => BestValue.Highest, _ => BestValue.None }))],
            [.. rows])
        {
            CsvFile = options.CsvFiles is [var file, ..] ? file : "",
        };
    }

    private static TableCell Cell(GenerationPolicyDays policy, GenerationMetric metric)
    {
        var estimate = policy.Estimate(metric.Value);
        return estimate.HalfWidth > 0 ? TableCell.PlusMinus(estimate.Mean, estimate.HalfWidth) : TableCell.Fixed(estimate.Mean, metric.Decimals);
    }
}
