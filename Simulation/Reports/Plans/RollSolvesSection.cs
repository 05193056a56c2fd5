using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>When was planned, how long it took and how far each plan was from the best for what was known then.</summary>
internal static class RollSolvesSection
{
    public static void Write(HtmlReport report, RollRun run, PlanView view, ReportOptions options)
    {
        var section = report.Section("Plans on the way");
        var solves = run.Rolled.Solves;
        section.Paragraph(
            $"**{solves.Count}** plans, the longest in {NumberFormat.Duration(solves.Max(s => s.Result.Time.TotalSeconds))}. Each is carried out until the next one; its gap is how far it can be from the best plan for the forecasts of its moment. A step of the lines is a plan.");
        section.Figure(Steps(view, solves, "Time of each plan", new Axis("time", "s") { FromZero = true }, s => s.Result.Time.TotalSeconds), "", FigureWidth.Half);
        section.Figure(Steps(view, solves, "Gap of each plan", new Axis("of the benefit", "%") { FromZero = true }, s => double.IsFinite(s.Result.Gap) ? 100 * s.Result.Gap : double.NaN), "", FigureWidth.Half);
        section.Details("All plans", d => d.Table(Table(view, solves, options)));
    }

    // A step a plan, as long as it was carried out.
    private static LineChart Steps(PlanView view, IReadOnlyList<RollingSolve> solves, string title, Axis y, Func<RollingSolve, double> value) =>
        view.Lines(title, y, [new LineSeries("plan", 1, [.. solves.Select(s => s.Slot * view.SlotS), view.Edges[^1]], [.. solves.Select(value), value(solves[^1])])]);

    private static ReportTable Table(PlanView view, IReadOnlyList<RollingSolve> solves, ReportOptions options) => new(
        "Plans on the way",
        [new("slot"), new("looks ahead", "h"), new("time", "s"), new("gap", "USD"), new("gap", "%"), new("planned benefit", "USD"), TableColumn.OfText("solver"), TableColumn.OfText("message")],
        [
            .. solves.Select(s => (IReadOnlyList<TableCell>)
            [
                TableCell.Count(s.Slot), TableCell.Fixed(s.Slots * view.Instance.SlotHours, 1), TableCell.Fixed(s.Result.Time.TotalSeconds, 2), TableCell.Fixed(Finite(s.Result.GapUsd), 2),
                TableCell.Fixed(100 * Finite(s.Result.Gap), 4), TableCell.Fixed(s.Result.Account?.Money.BenefitUsd ?? double.NaN, 0), TableCell.Text(s.Result.Solver), TableCell.Text(s.Result.Message ?? ""),
            ]),
        ])
    {
        CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("solves.csv", StringComparison.Ordinal)) ?? "",
    };

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
