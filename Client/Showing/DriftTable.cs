using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Showing;

/// <summary>How sites move away from their tables, as a table.</summary>
internal static class DriftTable
{
    /// <summary>A row a change and a row a random walk.</summary>
    /// <param name="scenario">The scenario.</param>
    public static Table Of(Scenario scenario)
    {
        var table = new Table("Drift from the tables, which policies are not told of", [
            Column.Words("site", "site"), Column.Words("time", "from"), Column.Words("over", "over"), new("time_factor", "time x"), new("power_factor", "power x"), new("walk_bound", "wanders by", "%"),
            new("walk_per_day", "a day", "%")]);
        foreach (var drift in scenario.Drift)
        {
            var site = Cell.Of(scenario.Fleet.Sites[drift.Site].Name);
            foreach (var change in drift.Changes)
                table.Add(site, Cell.Of(Show.Moment(change.AtS)), Cell.Of(Show.Duration(change.OverS)), Cell.Of(change.To.Time, 3), Cell.Of(change.To.Power, 3), Cell.Empty, Cell.Empty);
            if (drift.Walk is { } walk)
                table.Add(site, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Of(100 * walk.Bound, 1), Cell.Of(100 * walk.PerDay, 1));
        }

        return table;
    }
}
