using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Client.Studies;

/// <summary>Waiting jobs at the end of each day.</summary>
internal static class QueueTable
{
    /// <summary>One row a run and day, for programs.</summary>
    /// <param name="runs">The runs.</param>
    public static Table ForPrograms(IEnumerable<RunResult> runs)
    {
        var table = new Table("", [Column.Words("policy", ""), new Column("seed", ""), new Column("day", ""), new Column("waiting_jobs", "")]);
        foreach (var run in runs)
        {
            for (var day = 0; day < run.QueueByDay.Count; day++)
                table.Add(Cell.Of(run.Policy), Cell.Of(run.Seed), Cell.Of(day + 1), Cell.Of(run.QueueByDay[day]));
        }

        return table;
    }
}
