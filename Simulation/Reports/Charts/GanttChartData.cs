namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="GanttChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The time axis, with its limits.</param>
/// <param name="Rows">The rows, from top to bottom.</param>
public sealed record GanttChartData(string Title, string Description, Axis X, IReadOnlyList<GanttRow> Rows)
{
    /// <exception cref="ArgumentException">The axis has no limits, or a bar ends before it begins; the message names it.</exception>
    internal void Check()
    {
        if (X is not { Low: not null, High: not null } || X.IsLog || !(X.Low < X.High))
            throw new ArgumentException($"Gantt chart '{Title}': the axis must be linear, with limits.");
        foreach (var bar in Rows.SelectMany(row => row.Bars))
        {
            if (!(double.IsFinite(bar.From) && double.IsFinite(bar.To) && bar.From < bar.To))
                throw new ArgumentException($"Gantt chart '{Title}', bar '{bar.Name}': {bar.From:R} to {bar.To:R} is no span of time.");
        }
    }
}
