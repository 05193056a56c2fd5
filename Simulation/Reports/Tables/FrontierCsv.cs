using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>The frontier of every run that was compared with it: least energy against service time at the run's own load and GPUs.</summary>
internal static class FrontierCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "seed", "mean_service_s", "least_joules_per_unit");
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            foreach (var (serviceS, joulesPerUnit) in run.Frontier?.Curve ?? [])
                table.Add(run.Policy, run.Seed, serviceS, joulesPerUnit);
        }
        return table.ToFile(CsvNames.Frontier);
    }
}
