namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One row of a <see cref="GanttChart"/>: a place where things happen, as many lanes high as happen at once.</summary>
/// <param name="Name">The place.</param>
/// <param name="Slot">The style slot of its bars.</param>
/// <param name="Bars">The bars.</param>
public sealed record GanttRow(string Name, int Slot, IReadOnlyList<GanttBar> Bars)
{
    /// <summary>The lane of each bar: the first that is free when it begins.</summary>
    public IReadOnlyList<(GanttBar Bar, int Lane)> Lanes()
    {
        var free = new List<double>();
        var placed = new List<(GanttBar, int)>();
        foreach (var bar in Bars.OrderBy(b => b.From).ThenByDescending(b => b.To))
        {
            var lane = free.FindIndex(until => until <= bar.From);
            if (lane < 0)
                (lane, free) = (free.Count, [.. free, 0]);
            free[lane] = bar.To;
            placed.Add((bar, lane));
        }

        return placed;
    }
}
