using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Client.Studies;

/// <summary>Samples over time.</summary>
internal static class SeriesTable
{
    /// <summary>One row a run and sample, for programs.</summary>
    /// <param name="runs">The runs.</param>
    public static Table ForPrograms(IEnumerable<RunResult> runs)
    {
        var table = new Table("", [
            Column.Words("policy", ""), new("seed", ""), new("time_s", ""), new("power_w", ""), new("running_jobs", ""), new("waiting_jobs", ""),
            new("completed_jobs", "")]);
        foreach (var run in runs)
        {
            var series = run.Series;
            for (var k = 0; k < series.TimeS.Count; k++)
            {
                table.Add(
                    Cell.Of(run.Policy), Cell.Of(run.Seed), Cell.Of(series.TimeS[k], 0), Cell.Of(series.PowerW[k], 0), Cell.Of(series.Running[k]),
                    Cell.Of(series.Waiting(k)), Cell.Of(series.Completed[k]));
            }
        }

        return table;
    }
}
