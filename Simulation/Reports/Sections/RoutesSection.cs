using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>Which site ran the jobs of which ingress.</summary>
internal static class RoutesSection
{
    private const int MostGroups = 16;
    private const int MostGroupsFolded = 9;

    public static void Write(HtmlReport report, StudyView view)
    {
        var shown = view.Shown;
        var section = report.Section("Where jobs run");
        if (shown.Runs.All(r => r.Jobs.Completed == 0))
        {
            section.Paragraph("No job was completed.");
            return;
        }
        section.Paragraph(
            $"Each row is an ingress, each column a data centre; a row adds up to 100 % of the ingress's completed jobs. Shown is {Words.Name(shown)}. " + Alike(view, shown));
        section.Figure(Map(view, shown, MostGroups), Cut(view));
        var others = view.Policies.Where(p => p != shown && p.Runs.Any(r => r.Jobs.Completed > 0)).ToArray();
        if (others.Length == 0)
            return;
        section.Details("The same map under the other policies", d =>
        {
            foreach (var policy in others)
                d.Figure(Map(view, policy, MostGroupsFolded), width: FigureWidth.Half);
        });
    }

    private static HeatMap Map(StudyView view, PolicyView policy, int most)
    {
        var fleet = view.Scenario.Fleet;
        double Jobs(int ingress, int site) => policy.Runs.Sum(r => (double)r.Routes[(ingress * fleet.SiteCount) + site]);
        var siteIndices = Enumerable.Range(0, fleet.SiteCount).ToArray();
        var bySite = siteIndices.Select(s => Enumerable.Range(0, fleet.Ingresses.Count).Sum(i => Jobs(i, s))).ToArray();
        var byIngress = Enumerable.Range(0, fleet.Ingresses.Count).Select(i => siteIndices.Sum(s => Jobs(i, s))).ToArray();
        var columns = new NameGroups([.. fleet.Sites.Select(s => s.Name)], bySite, most);
        var rows = new NameGroups(fleet.Ingresses, byIngress, most);
        var totals = rows.Sums(i => byIngress[i]);
        var values = Enumerable.Range(0, rows.Names.Count).Select(row =>
            (IReadOnlyList<double>)columns.Sums(site => rows.Sums(i => Jobs(i, site))[row] / totals[row])).ToArray();
        return new HeatMap(new(
            policy.Label + ": share of each ingress's jobs by data centre", $"Heat map of routing shares under {policy.Label}.", rows.Names, columns.Names, values)
        { ValueLabel = "of the ingress's jobs", ColumnLabel = "data centre", Full = values.Max(columns.AloneMax) is > 0 and var full ? full : null });
    }

    private static string Cut(StudyView view) =>
        Math.Max(view.Scenario.Fleet.SiteCount, view.Scenario.Fleet.Ingresses.Count) > MostGroups
            ? $"The {MostGroups - 1} ingresses and data centres with the most jobs, the rest together; {CsvNames.Routes} has all." : "";

    /// <summary>Whether the policy looks at where a job comes from, seen from how much rows differ.</summary>
    private static string Alike(StudyView view, PolicyView policy)
    {
        var fleet = view.Scenario.Fleet;
        if (fleet.Ingresses.Count < 2 || fleet.SiteCount < 2)
            return "";
        var rows = Enumerable.Range(0, fleet.Ingresses.Count).Select(i => Shares(policy, i, fleet.SiteCount)).Where(r => r.Length > 0).ToArray();
        if (rows.Length < 2)
            return "";
        var spread = Enumerable.Range(0, fleet.SiteCount).Max(s => rows.Max(r => r[s]) - rows.Min(r => r[s]));
        return spread < 0.05
            ? $"All rows are alike (shares differ by {NumberFormat.Fixed(spread * 100, 1)} points at most): the policy does not care where a job comes from."
            : $"Rows differ by up to {NumberFormat.Fixed(spread * 100, 0)} points: where a job comes from matters.";
    }

    private static double[] Shares(PolicyView policy, int ingress, int sites)
    {
        var jobs = Enumerable.Range(0, sites).Select(s => policy.Runs.Sum(r => (double)r.Routes[(ingress * sites) + s])).ToArray();
        var all = jobs.Sum();
        return all > 0 ? Array.ConvertAll(jobs, j => j / all) : [];
    }
}
