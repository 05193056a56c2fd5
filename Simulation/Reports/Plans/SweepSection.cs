using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>The joint plan under ever smaller carbon budgets.</summary>
internal static class SweepSection
{
    public static void Write(HtmlReport report, PlanStudy study, ReportOptions options)
    {
        var section = report.Section("Carbon budgets");
        section.Paragraph(
            "Budgets are shares of what the joint plan without budget and price of carbon emits; carbon has no price here. The first part of a budget is met by moving work and energy, the rest by doing less: jobs and "
            + "inference stand beside what is emitted.");
        section.Figure(Curves("Benefit under a budget", new Axis("of the benefit without budget") { Format = ValueFormat.Percent }, study, Kept), "", FigureWidth.Half);
        section.Figure(Curves("Jobs under a budget", new Axis("jobs that run") { FromZero = true }, study, p => p.Result.Account?.JobsRun ?? double.NaN), "", FigureWidth.Half);
        section.Figure(Curves("Inference not served", new Axis("not served", "GPU-h") { FromZero = true }, study, p => p.Result.Account?.UnservedGpuH ?? double.NaN), "", FigureWidth.Half);
        section.Figure(Curves("Emissions under a budget", new Axis("emissions", "t CO₂") { FromZero = true }, study, p => p.Result.Account?.EmissionsT ?? double.NaN), "", FigureWidth.Half);
        section.Table(Table(study, options));
    }

    private static double Kept(SweepPoint point) =>
        point.Result.Account is { } account && point.Unbound.Account is { Money.BenefitUsd: > 0 } unbound ? account.Money.BenefitUsd / unbound.Money.BenefitUsd : double.NaN;

    private static LineChart Curves(string title, Axis y, PlanStudy study, Func<SweepPoint, double> value)
    {
        var lines = study.Sweep.GroupBy(p => p.Instance).Select((points, slot) =>
        {
            SweepPoint[] rising = [.. points.OrderBy(p => p.Share)];
            return new LineSeries(points.Key, slot, [.. rising.Select(p => p.Share)], [.. rising.Select(value)]);
        });
        return new LineChart(new(title, $"{title} by the budget's share of what is emitted without one, a line an instance.", new Axis("budget") { Format = ValueFormat.Percent }, y, [.. lines]));
    }

    private static ReportTable Table(PlanStudy study, ReportOptions options) => new(
        "Carbon budgets",
        [
            TableColumn.OfText("instance"), new("budget"), new("budget", "t"), new("benefit", "USD"), new("energy bill", "USD"), new("jobs run"), new("unserved", "GPU-h"), new("emissions", "t"), new("above budget", "t"),
            new("worth of a tonne", "USD"),
        ],
        [
            .. study.Sweep.Select(p => (IReadOnlyList<TableCell>)
            [
                TableCell.Text(p.Instance), TableCell.Percent(p.Share, 0), TableCell.Fixed(p.BudgetT, 2), TableCell.Fixed(p.Result.Account?.Money.BenefitUsd ?? double.NaN, 0),
                TableCell.Fixed(p.Result.Account?.Money.EnergyBillUsd ?? double.NaN, 0), TableCell.Fixed(p.Result.Account?.JobsRun ?? double.NaN, 0), TableCell.Fixed(p.Result.Account?.UnservedGpuH ?? double.NaN, 1),
                TableCell.Fixed(p.Result.Account?.EmissionsT ?? double.NaN, 2), TableCell.Fixed(p.Result.Account?.OverBudgetT ?? double.NaN, 2), TableCell.Fixed(p.Result.Prices?.CarbonUsdPerT ?? double.NaN, 2),
            ]),
        ])
    {
        CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("sweep.csv", StringComparison.Ordinal)) ?? "",
    };
}
