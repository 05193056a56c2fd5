using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>How many GPUs jobs get, and at which clock they run.</summary>
internal static class AllocationsSection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("GPUs and clocks");
        var started = view.Policies.Where(p => p.Runs.Any(r => r.StartsByGpus.Sum() > 0)).ToArray();
        if (started.Length == 0)
        {
            section.Paragraph("No job was started.");
            return;
        }
        section.Paragraph(
            "How often a job was started on how many GPUs and at which clock, in percent of all starts. "
            + "More GPUs and a higher clock are faster; fewer GPUs and a middle clock take less energy per unit.");
        var counts = StartGroups.Counts([.. started.Select(p => p.Runs)]);
        var clocks = StartGroups.Clocks([.. started.Select(p => p.Runs)]);
        section.Figure(Chart("GPUs per job", started, counts), width: FigureWidth.Half);
        section.Figure(Chart("Clock, in percent of full clock", started, clocks), width: FigureWidth.Half);
    }

    private static BarChart Chart(string title, PolicyView[] policies, IReadOnlyList<(string Name, double[] Shares)> groups) => new(new(
        title, title + ", share of starts by policy.", new Axis("share of starts") { Format = ValueFormat.Percent, High = 1 },
        [.. policies.Select(p => p.Label)], [.. groups.Select((g, i) => new BarSeries(g.Name, i, g.Shares))])
    { Layout = BarLayout.Stacked, OrderedSeries = true });
}
