using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>One row a run and full day: jobs waiting anywhere at its end.</summary>
internal static class QueueCsv
{
    public static ReportFile Of(StudyResult study)
    {
        var table = new CsvTable("policy", "seed", "day", "waiting_jobs");
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            for (var day = 0; day < run.QueueByDay.Count; day++)
                table.Add(run.Policy, run.Seed, day + 1, run.QueueByDay[day]);
        }
        return table.ToFile(CsvNames.QueueByDay);
    }
}
