using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What the columns and words mean, and the events of the scenario.</summary>
internal static class GlossarySection
{
    private const int MostEvents = 60;

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("Reading this report");
        section.Details("What the columns and words mean", d => d.Bullets([.. Metrics.All.Select(Entry), .. Terms(view)]));
        section.Details("What the policies do", d => d.Bullets(view.Policies.Select(Describe)));
        if (view.Scenario.Events.Count > 0)
            section.Details("Events of the scenario", d => d.Table(Events(view)));
        if (view.Options.CsvFiles.Count > 0)
            section.Links("All figures in full precision:", view.Options.CsvFiles);
    }

    private static string Entry(Metric metric) =>
        $"**{metric.Title}**{(metric.Unit.Length > 0 ? $" ({metric.Unit})" : "")} – {metric.Summary} In CSV: `{metric.Name}`.";

    private static IEnumerable<string> Terms(StudyView view)
    {
        yield return "**unit** – a unit of work; a job's size in units times the seconds per unit of its GPUs and clock is its service time.";
        yield return "**frontier** – the least energy per unit for which a fleet can carry the load at a mean service time: "
            + "a linear program over all data centres, GPU counts and clocks. It bounds every policy with a steady queue.";
        yield return "**growing queue** (↗, dashed ring) – on average more jobs wait in the last quarter of a run than in its second quarter, "
            + "by over 1 % of the jobs submitted in half a run and by over five jobs.";
        yield return "**p95, p99** – 95 and 99 of 100 jobs take no longer.";
        if (view.HasIntervals)
            yield return "**±** – 95 % confidence interval of the mean over seeds, Student's t; all policies meet the same jobs for the same seed.";
    }

    private static string Describe(PolicyView policy)
    {
        var name = policy.Label.Split(':')[0];
        var summary = Policies.Catalog.PolicyCatalog.Find(name)?.Summary;
        return Words.Name(policy) + (summary is null ? "" : " – " + summary);
    }

    private static ReportTable Events(StudyView view)
    {
        var all = view.Scenario.Events;
        var caption = all.Count <= MostEvents ? "Events" : $"The first {MostEvents} of {NumberFormat.Count(all.Count)} events";
        return new ReportTable(
            caption, [new("time"), TableColumn.OfText("what happens")],
            [.. all.Take(MostEvents).Select(e => (IReadOnlyList<TableCell>)[TableCell.Formatted(e.AtS, NumberFormat.Duration(e.AtS)), TableCell.Text(EventMarkers.Say(view.Scenario, e))])]);
    }
}
