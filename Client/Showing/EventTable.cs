using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Showing;

/// <summary>A scenario's events as a table.</summary>
internal static class EventTable
{
    private const int Most = 50;

    /// <summary>A row an event, the first fifty.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table Of(Scenario scenario)
    {
        var more = scenario.Events.Count - Most;
        var table = new Table("Events", [Column.Words("time", "when"), Column.Words("event", "what"), Column.Words("site", "site"), Column.Words("detail", "detail")])
        {
            Notes = more > 0 ? [$"... and {Show.Count(more, "event")} more; --json lists all."] : [],
        };
        foreach (var entry in scenario.Events.Take(Most))
        {
            var site = entry.Site >= 0 ? scenario.Fleet.Sites[entry.Site].Name : "";
            table.Add(Cell.Of(Show.Moment(entry.AtS)), Cell.Of(What(entry.Kind)), Cell.Of(site), Cell.Of(Detail(entry)));
        }

        return table;
    }

    /// <summary>What happens, in words.</summary>
    /// <param name="kind">The kind.</param>
    public static string What(ScenarioEventKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Detail(ScenarioEvent entry) => entry.Kind switch
    {
        ScenarioEventKind.SetLoad => $"to {entry.Factor:0.###}",
        ScenarioEventKind.FailGpus or ScenarioEventKind.RepairGpus => Show.Count(entry.Count, "GPU"),
        ScenarioEventKind.PreemptJobs => Show.Count(entry.Count, "job"),
        ScenarioEventKind.CancelJob => $"job {entry.Count}",
        _ => "",
    };
}
