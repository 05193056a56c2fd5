using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a run and sample, all samples.</summary>
internal static class SeriesCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "seed", "time_s", "power_w", "busy_gpus", "running_jobs", "waiting_jobs", "held_at_ingresses_jobs", "completed_jobs");
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            var series = run.Series;
            for (var k = 0; k < series.TimeS.Count; k++)
            {
                var busy = 0;
                for (var site = 0; site < series.SiteCount; site++)
                    busy += series.BusyGpus[(k * series.SiteCount) + site];
                table.Add(
                    run.Policy, run.Seed, series.TimeS[k], series.PowerW[k], busy, series.Running[k], series.Waiting(k), series.Held[k], series.Completed[k]);
            }
        }
        return table.ToFile(CsvNames.Series);
    }
}
