using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Evaluation;

/// <summary>The report of an evaluation: the frontier with all policies, scenario by scenario and load by load, as one self-contained HTML file.</summary>
public static class EvaluationReport
{
    private static readonly TableColumn[] Columns =
    [
        TableColumn.OfText("policy"), new("budget", "s"), new("above the frontier", "%", Best: BestValue.Lowest), new("energy", "J/unit"), new("service", "s"),
        new("wait", "s", Best: BestValue.Lowest), new("largest queue", "jobs", Best: BestValue.Lowest),
    ];

    /// <summary>The report, to be written as UTF-8.</summary>
    /// <param name="cells">Scenarios and loads, at least one.</param>
    /// <param name="seeds">The seeds of every cell.</param>
    /// <param name="options">Provenance.</param>
    /// <exception cref="ArgumentException">There is no cell.</exception>
    public static string Html(IReadOnlyList<EvaluationCell> cells, IReadOnlyList<long> seeds, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(options);
        if (cells.Count == 0)
            throw new ArgumentException("There is nothing to report on.", nameof(cells));
        var report = new HtmlReport("Policies against the frontier", "Energy per unit of true work against mean service time: no policy can get below the curve.");
        var palette = new PolicyPalette(cells.SelectMany(c => c.Points).Select(p => p.Policy).Distinct());
        foreach (var cell in cells)
            Write(report, cell, palette);
        var scenarios = string.Join(", ", cells.Select(c => c.Scenario).Distinct());
        return report.ProducedBy(new(options.ProductVersion, scenarios, SeedText.Of(seeds), options.CommandLine.Length > 0 ? options.CommandLine : "not recorded", "not recorded")).ToHtml();
    }

    private static void Write(HtmlReport report, EvaluationCell cell, PolicyPalette palette)
    {
        var section = report.Section($"{cell.Scenario}, load {cell.Load:0.###}");
        var points = cell.Points.Where(p => double.IsFinite(p.ServiceS.Mean + p.JoulesPerUnit.Mean)).ToArray();
        if (points.Length > 0)
        {
            section.Figure(
                Energy(cell, points, palette),
                "Whiskers are 95 % intervals over seeds; numbers behind names are budgets. A dashed ring is a policy whose queue grows: it speaks only of the work that was done. The frontier drawn is "
                + "that of one run, the one that did the most work per second; below, every run is held against the frontier of its own load.");
            section.Figure(Distance(cell, [.. points.Where(p => double.IsFinite(p.AbovePercent.Mean))], palette));
        }

        section.Table(new("Means over seeds", Columns, [.. cell.Points.Select(p => Row(p, palette))]));
    }

    private static Axis Service => new("mean service time", "s", AxisKind.LogTime);

    private static ScatterWithCurve Energy(EvaluationCell cell, EvaluationPoint[] points, PolicyPalette palette) => new(new(
        $"Energy per unit of work against mean service time, {cell.Scenario} at load {cell.Load:0.###}",
        $"Scatter of {points.Length} policies and budgets; the lower left is best, the frontier curve is the lower limit.",
        Service, new Axis("energy per unit of work", "J/unit"), [.. points.Select(p => Point(p, p.JoulesPerUnit, palette[p.Policy]))])
    {
        Curves = cell.Frontier.Count == 0
            ? []
            : [new("frontier", [.. cell.Frontier.Select(f => f.ServiceS)], [.. cell.Frontier.Select(f => f.JoulesPerUnit)]) { ShadeBelow = true, RegionLabel = "impossible" }],
    });

    private static ScatterWithCurve Distance(EvaluationCell cell, EvaluationPoint[] points, PolicyPalette palette) => new(new(
        $"Energy above the frontier, {cell.Scenario} at load {cell.Load:0.###}", $"Scatter of {points.Length} policies and budgets; the lower the better.",
        Service, new Axis("above the frontier", "%") { FromZero = true }, [.. points.Select(p => Point(p, p.AbovePercent, palette[p.Policy]))]));

    private static ScatterPoint Point(EvaluationPoint point, Estimate value, int slot) => new(point.Label, slot, point.ServiceS.Mean, value.Mean)
    {
        IsHollow = !point.KeepsUp,
        XLow = Math.Max(point.ServiceS.Low, point.ServiceS.Mean / 10),
        XHigh = point.ServiceS.High,
        YLow = value.Low,
        YHigh = value.High,
    };

    private static IReadOnlyList<TableCell> Row(EvaluationPoint point, PolicyPalette palette)
    {
        TableCell[] figures = [Cell(point.AbovePercent), Cell(point.JoulesPerUnit), Cell(point.ServiceS), Cell(point.WaitS), Cell(point.LargestQueue)];
        var budget = point.BudgetS is { } seconds ? TableCell.Formatted(seconds, point.BudgetText) : TableCell.Text("");
        return [TableCell.Policy(point.Policy, palette[point.Policy]), budget, .. point.KeepsUp ? figures : figures.Select(f => f.Unranked())];
    }

    private static TableCell Cell(Estimate estimate) => TableCell.PlusMinus(estimate.Mean, estimate.HalfWidth);
}
