using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a run with all metrics and the hash of its event log.</summary>
internal static class RunsCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable(["scenario", "policy", "seed", "partial", "simulated_s", .. Metrics.All.Select(m => m.Name), "work_service_mean_s", "event_log_sha256"]);
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            table.Add([
                run.Scenario, run.Policy, run.Seed, run.Partial, run.EndS, .. Metrics.All.Select(m => (object)m.Value(run)), run.WorkServiceS, run.EventLogHash,
            ]);
        }
        return table.ToFile(CsvNames.Runs);
    }
}
