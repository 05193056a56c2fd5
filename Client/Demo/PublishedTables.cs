using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Demo;

/// <summary>Tables II and III, computed here beside the printed figures.</summary>
/// <param name="study">The paper's week under the policies of <see cref="PublishedResults"/>.</param>
internal sealed class PublishedTables(StudyResult study)
{
    private const string Legend = "= as printed, ~ within 0.5 %, x different.";

    /// <summary>Table II: completed jobs and energy.</summary>
    public Table Second()
    {
        var table = new Table("Table II: completed jobs and energy by load", [
            Column.Words("algorithm", "paper"), Column.Words("policy", "here"), new("published_completed_jobs", "paper", "jobs"), new("completed_jobs", "here", "jobs"),
            Column.Words("completed_match", ""), new("published_joules_per_unit_in_paper", "paper", "J/unit"), new("published_joules_per_unit", "here", "J/unit"),
            Column.Words("joules_match", ""), new("joules_per_unit", "exact units", "J/unit")])
        {
            Notes = [Legend + " 'exact units' corrects the over-count of a 20 s log tick in the paper's measure."],
        };
        foreach (var row in PublishedResults.Rows)
        {
            if (Find(row.Policy) is { } run)
                table.Add(SecondRow(row, run));
        }

        if (Find(PublishedResults.BesidesPolicy) is { } besides)
        {
            table.Add(
                Cell.Of("-"), Cell.Of(besides.Policy), Cell.Of(double.NaN, 0), Cell.Of(besides.Jobs.Completed), Cell.Empty, Cell.Of(double.NaN, 0),
                Cell.Of(besides.PublishedJoulesPerUnit, 2), Cell.Empty, Cell.Of(besides.JoulesPerUnit, 3));
        }

        return table;
    }

    /// <summary>Table III: waiting jobs by day.</summary>
    public Table Third()
    {
        var days = Enumerable.Range(PublishedResults.FirstDay, PublishedResults.Rows[0].QueueByDay.Count).ToArray();
        var table = new Table("Table III: waiting jobs at the end of each day, here (paper)", [
            Column.Words("algorithm", "paper"), Column.Words("policy", "here"), .. days.Select(d => new Column($"waiting_jobs_day_{d}", $"day {d}"))])
        {
            Notes = [Legend],
        };
        foreach (var row in PublishedResults.Rows)
        {
            if (Find(row.Policy) is { } run)
                table.Add([Cell.Of(row.Algorithm), Cell.Of(row.Policy), .. row.QueueByDay.Select((q, k) => QueueCell(run, k + PublishedResults.FirstDay, q))]);
        }

        return table;
    }

    /// <summary>Whether every figure of the algorithms that are the paper's own is the printed one.</summary>
    public bool AllMatch => PublishedResults.Rows.Where(r => r.IsSame).All(Matches);

    /// <summary>The run of a policy; null when it is missing or was cut short.</summary>
    /// <param name="policy">Name of the policy.</param>
    public RunResult? Find(string policy) => study.Policies.FirstOrDefault(p => p.Policy.Label == policy)?.Runs.FirstOrDefault(r => !r.Partial);

    private static IReadOnlyList<Cell> SecondRow(PublishedRow row, RunResult run) =>
    [
        Cell.Of(row.Algorithm), Cell.Of(row.Policy), Cell.Of(row.CompletedJobs), Cell.Of(run.Jobs.Completed),
        PublishedMatch.Mark(run.Jobs.Completed, row.CompletedJobs, 0), Cell.Of(row.JoulesPerUnit, 2), Cell.Of(run.PublishedJoulesPerUnit, 2),
        PublishedMatch.Mark(run.PublishedJoulesPerUnit, row.JoulesPerUnit, 2), Cell.Of(run.JoulesPerUnit, 3),
    ];

    private bool Matches(PublishedRow row) =>
        Find(row.Policy) is { } run
        && run.Jobs.Completed == row.CompletedJobs
        && PublishedMatch.Mark(run.PublishedJoulesPerUnit, row.JoulesPerUnit, 2).Text == "="
        && run.QueueByDay.Skip(PublishedResults.FirstDay - 1).Take(row.QueueByDay.Count).SequenceEqual(row.QueueByDay);

    // At the horizon itself, day 7, the published log has its last row: the state after a week.
    private static Cell QueueCell(RunResult run, int day, long published)
    {
        var here = run.QueueByDay[day - 1];
        var mark = PublishedMatch.Mark(here, published, 0);
        return new Cell($"{here} ({published}) {mark.Text}", here, mark.Mark);
    }
}
