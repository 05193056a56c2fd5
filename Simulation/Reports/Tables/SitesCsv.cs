using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a run and site.</summary>
internal static class SitesCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable(
            "policy", "seed", "site", "gpus", "completed_jobs", "utilisation_percent", "mean_queue_jobs", "queued_jobs_at_end", "running_energy_kwh",
            "sleeping_energy_kwh", "energy_kwh", "joules_per_unit", "useful_units", "lost_units");
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            foreach (var site in run.Sites)
            {
                table.Add(
                    run.Policy, run.Seed, site.Name, site.Gpus, site.Completed, 100 * site.Utilisation, site.MeanQueue, site.QueuedAtEnd,
                    site.Energy.RunningJ / 3.6e6, site.Energy.SleepingJ / 3.6e6, site.Energy.TotalJ / 3.6e6,
                    site.UsefulUnits > 0 ? site.Energy.TotalJ / site.UsefulUnits : double.NaN, site.UsefulUnits, site.LostUnits);
            }
        }
        return table.ToFile(CsvNames.Sites);
    }
}
