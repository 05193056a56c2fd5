using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>The data centres: how busy they are, when, and what energy they take.</summary>
internal static class SitesSection
{
    private const int MostSites = 16;
    private const int MostTimes = 28;

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section("The data centres");
        var sites = view.Scenario.Fleet.Sites;
        var groups = new NameGroups([.. sites.Select(s => s.Name)], [.. sites.Select(s => (double)s.GpuCount)], MostSites);
        var cut = groups.IsCut ? $" The {MostSites - 1} largest stand alone; {CsvNames.Sites} has all." : "";
        section.Paragraph("Busy share of the GPU time in working order. A data centre at 100 % has no reserve: jobs sent there wait. Energy goes to running jobs and to sleeping GPUs." + cut);
        section.Figure(Utilisation(view, groups));
        WriteOverTime(section, view, groups);
        if (view.Policies.Any(p => double.IsFinite(p.Mean(Metrics.JoulesPerUnit))))
            section.Figure(Split(view), "Sleeping GPUs weigh less per unit, the more work the fleet does at the same time.", FigureWidth.Full);
        section.Figure(Energy(view, groups), view.HasIntervals ? "Mean over seeds of the whole run." : "The whole run.");
        section.Details("The fleet", d => d.Table(FleetTable.Of(view)));
    }

    private static double PerRun(PolicyView policy, int site, Func<SiteResult, double> value) => policy.Runs.Average(r => value(r.Sites[site]));

    private static HeatMap Utilisation(StudyView view, NameGroups groups) => new(new(
        "Busy GPUs by policy and data centre", "Heat map of GPU utilisation, one row a policy, one column a data centre.", [.. view.Policies.Select(p => p.Label)], groups.Names,
        [.. view.Policies.Select(p => groups.Ratios(s => PerRun(p, s, r => r.Energy.BusyGpuS), s => PerRun(p, s, r => r.Energy.UpGpuS)))])
    { Full = 1, ValueLabel = "of working GPUs busy", ColumnLabel = "data centre" });

    private static void WriteOverTime(HtmlSection section, StudyView view, NameGroups groups)
    {
        var (policy, sites) = (view.Shown, view.Scenario.Fleet.Sites);
        var run = policy.First;
        if (run.Series.TimeS.Count < 2)
            return;
        var bins = TimeBins.Of(run.EndS, view.Scenario.SampleEveryS, MostTimes);
        var busy = Enumerable.Range(0, sites.Count).Select(s => bins.Means(run.Series, k => run.Series.BusyGpus[(k * sites.Count) + s])).ToArray();
        var capacity = groups.Sums(s => sites[s].GpuCount);
        var byBin = Enumerable.Range(0, bins.Count).Select(b => groups.Sums(s => busy[s][b])).ToArray();
        var values = capacity.Select((gpus, g) => (IReadOnlyList<double>)[.. byBin.Select(b => b[g] / gpus)]).ToArray();
        var events = view.Events.Markers.Count == 0 ? "" : " Events: " + Words.List(view.Events.Markers.Select(e => $"{e.Label} at {NumberFormat.Duration(e.X)}")) + ".";
        section.Figure(
            new HeatMap(new(
                $"Busy GPUs over time under {policy.Label}", "Heat map of GPU utilisation, one row a data centre, one column a piece of time.", groups.Names,
                [.. Enumerable.Range(0, bins.Count).Select(b => b == 0 && run.EndS <= 86_400 ? "0" : Moment(b * bins.WidthS))], values)
            { Full = 1, ValueLabel = "of all GPUs busy", ColumnLabel = $"from, in steps of {NumberFormat.Duration(bins.WidthS)}" }),
            (view.HasIntervals ? $"Seed {run.Seed}." : "") + events);
    }

    private static string Moment(double atS)
    {
        var inDay = atS % 86_400;
        if (inDay == 0)
            return "day " + NumberFormat.Count((atS / 86_400) + 1);
        return inDay % 3600 == 0 ? NumberFormat.Count(inDay / 3600) + " h" : NumberFormat.Duration(inDay);
    }

    private static BarChart Split(StudyView view)
    {
        double PerUnit(PolicyView p, Func<SiteResult, double> joules) => p.Of(r => r.Sites.Sum(joules) / r.UsefulUnits).Mean;
        return new BarChart(new(
            "Energy per unit of work: sleeping and running GPUs", "Stacked bars of energy per unit by policy.", new Axis("energy per unit of work", "J/unit"),
            [.. view.Policies.Select(p => p.Label)],
            [
                new BarSeries("sleeping GPUs", 0, [.. view.Policies.Select(p => PerUnit(p, s => s.Energy.SleepingJ))]),
                new BarSeries("running jobs", 1, [.. view.Policies.Select(p => PerUnit(p, s => s.Energy.RunningJ))]),
            ]) { Layout = BarLayout.Stacked, OrderedSeries = true });
    }

    private static HeatMap Energy(StudyView view, NameGroups groups)
    {
        var kwh = view.Policies.Select(p => groups.Sums(s => PerRun(p, s, r => r.Energy.TotalJ / 3.6e6))).ToArray();
        var most = kwh.Max(groups.AloneMax);
        var (unit, unitKwh) = most >= 1000 ? ("MWh", 1000.0) : ("kWh", 1.0);
        return new HeatMap(new(
            "Energy by policy and data centre", $"Heat map of energy in {unit}, one row a policy, one column a data centre.", [.. view.Policies.Select(p => p.Label)], groups.Names,
            [.. kwh.Select(row => Array.ConvertAll(row, v => v / unitKwh))])
        { Format = ValueFormat.Number, ValueLabel = unit, ColumnLabel = "data centre", Full = most > 0 ? most / unitKwh : null });
    }
}
