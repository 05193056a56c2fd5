using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Client.Studies;

/// <summary>What the sites did in runs.</summary>
internal static class SiteTables
{
    private const double JoulesPerKwh = 3.6e6;

    /// <summary>One row a site of one run, for people.</summary>
    /// <param name="run">The run.</param>
    public static Table ForPeople(RunResult run)
    {
        var table = new Table($"Sites under {run.Policy}", [Column.Words("site", "site"), .. Columns]);
        foreach (var site in run.Sites)
            table.Add([Cell.Of(site.Name), .. Cells(site)]);
        return table;
    }

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("gpus", "GPUs"), new("completed_jobs", "completed"), new("utilisation_percent", "busy", "%"), new("mean_queue_jobs", "mean queue", "jobs"),
        new("queued_jobs_at_end", "queued at end", "jobs"), new("energy_kwh", "energy", "kWh"), new("joules_per_unit", "energy", "J/unit"),
        new("lost_units", "lost work", "units"),
    ];

    private static IReadOnlyList<Cell> Cells(SiteResult site) =>
    [
        Cell.Of(site.Gpus), Cell.Of(site.Completed), Cell.Of(100 * site.Utilisation, 1), Cell.Of(site.MeanQueue, 1), Cell.Of(site.QueuedAtEnd),
        Cell.Of(site.Energy.TotalJ / JoulesPerKwh, 1), Cell.Of(site.UsefulUnits > 0 ? site.Energy.TotalJ / site.UsefulUnits : double.NaN, 3),
        Cell.Of(site.LostUnits, 0),
    ];
}
