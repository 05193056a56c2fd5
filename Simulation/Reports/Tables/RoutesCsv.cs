using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a run, ingress and site that completed jobs of it.</summary>
internal static class RoutesCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "seed", "ingress", "site", "completed_jobs", "share_of_ingress_percent");
        var (ingresses, sites) = (study.Scenario.Fleet.Ingresses, study.Scenario.Fleet.Sites);
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            for (var ingress = 0; ingress < ingresses.Count; ingress++)
            {
                var jobs = run.Routes.Skip(ingress * sites.Count).Take(sites.Count).ToArray();
                var all = (double)jobs.Sum();
                for (var site = 0; site < sites.Count; site++)
                {
                    if (jobs[site] > 0)
                        table.Add(run.Policy, run.Seed, ingresses[ingress], sites[site].Name, jobs[site], 100 * jobs[site] / all);
                }
            }
        }
        return table.ToFile(CsvNames.Routes);
    }
}
