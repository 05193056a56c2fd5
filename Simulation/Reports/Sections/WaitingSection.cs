using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Waiting jobs over time and at the end of each day.</summary>
internal static class WaitingSection
{
    private const int Columns = 170;
    private const int MostDays = 10;
    private const double LogFrom = 50;

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("Waiting jobs");
        var bins = TimeBins.Of(view.Scenario.HorizonS, view.Scenario.SampleEveryS, Columns);
        var lines = view.Policies.ToDictionary(p => p, p => SeedBand.Line(p, bins, (s, k) => s.Waiting(k)));
        var most = lines.Values.Max(Peak);
        // Policies that never have more than 2 % of the worst queue would all lie on the axis.
        var flat = view.Policies.Where(p => !(Peak(lines[p]) > most * 0.02)).ToArray();
        var drawn = view.Policies.Except(flat).ToArray();
        section.Paragraph(
            "Jobs that wait at ingresses and sites. A level line means that the fleet keeps up; a rising one that the policy sends work to where it cannot be done. "
            + Flat(flat, lines, most));
        if (most > 0)
            section.Figure(Chart(view, drawn, lines), view.HasIntervals ? "Mean of the seeds; the band is their range." : "");
        WriteDays(section, view);
    }

    private static double Peak(LineSeries line) => line.Y.Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private static string Flat(PolicyView[] flat, Dictionary<PolicyView, LineSeries> lines, double most)
    {
        if (most == 0)
            return "No job ever waited.";
        if (flat.Length == 0)
            return "";
        var peak = flat.Max(p => Peak(lines[p]));
        var (has, are) = flat.Length == 1 ? ("has", "is") : ("have", "are");
        return peak < 0.5
            ? $"Under {Words.Names(flat)} practically no job waits."
            : $"{Words.Names(flat)} never {has} more than {Words.Count((int)Math.Ceiling(peak), "waiting job")}, averaged over one step of the figure, and {are} not drawn.";
    }

    private static LineChart Chart(StudyView view, PolicyView[] drawn, Dictionary<PolicyView, LineSeries> lines)
    {
        var peaks = drawn.Select(p => Peak(lines[p])).ToArray();
        var isLog = peaks.Max() > LogFrom * peaks.Min() && drawn.All(p => lines[p].Y.All(y => !(y <= 0)));
        return new LineChart(new(
            "Jobs waiting", $"Number of waiting jobs over time under {Words.List(drawn.Select(p => p.Label))}.",
            TimeChart.TimeAxis(view), new Axis("waiting jobs", "", isLog ? AxisKind.Log : AxisKind.Linear) { FromZero = !isLog }, [.. drawn.Select(p => lines[p])])
        { Events = view.Events.Markers });
    }

    private static void WriteDays(HtmlSection section, StudyView view)
    {
        var days = view.Policies.Max(p => p.Runs.Max(r => r.QueueByDay.Count));
        if (days == 0)
            return;
        var stride = (int)Math.Ceiling(days / (double)MostDays);
        int[] shown = [.. Enumerable.Range(1, days).Where(d => (days - d) % stride == 0)];
        var rows = view.Policies.Select(p => (IReadOnlyList<TableCell>)[TableCell.Policy(p.Label, p.Slot), .. shown.Select(d => TableCell.Count(AtDay(p, d)))]);
        section.Table(new ReportTable(
            "Waiting jobs at the end of each day" + (view.HasIntervals ? ", mean over seeds" : ""),
            [TableColumn.OfText("policy"), .. shown.Select(d => new TableColumn($"day {NumberFormat.Count(d)}"))], [.. rows])
        { CsvFile = view.Link(CsvNames.QueueByDay) });
    }

    private static double AtDay(PolicyView policy, int day) =>
        policy.Runs.Where(r => r.QueueByDay.Count >= day).Select(r => (double)r.QueueByDay[day - 1]).DefaultIfEmpty(double.NaN).Average();
}
