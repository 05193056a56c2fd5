using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>Starts by GPU count and starts by clock, one row a run and value.</summary>
internal static class AllocationsCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "seed", "dimension", "value", "unit", "starts", "share_of_starts_percent");
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            var starts = (double)run.StartsByGpus.Sum();
            for (var n = 1; n <= run.StartsByGpus.Count; n++)
                table.Add(run.Policy, run.Seed, "gpus_per_job", n, "GPUs", run.StartsByGpus[n - 1], 100 * run.StartsByGpus[n - 1] / starts);
            foreach (var (clock, count) in run.StartsByClock)
                table.Add(run.Policy, run.Seed, "clock", clock, "of full clock", count, 100 * count / starts);
        }
        return table.ToFile(CsvNames.Allocations);
    }
}
