namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Small print below a chart: what could not be drawn, and how to read it.</summary>
internal static class ChartNotes
{
    private const double LineHeight = 15;

    /// <summary>Draws the notes from <paramref name="top"/> on and returns where they end.</summary>
    public static double Draw(SvgCanvas canvas, double top, ChartSize size, IReadOnlyList<string> notes)
    {
        var y = top;
        foreach (var line in notes.SelectMany(n => TextMetrics.Wrap(n, size.Width())))
        {
            y += LineHeight;
            canvas.Text(0, y, line, "t2");
        }
        return notes.Count == 0 ? top : y + 6;
    }

    /// <summary>Says how many values a logarithmic axis could not show; empty when there were none.</summary>
    public static IReadOnlyList<string> OffLogAxis(Axis axis, params IEnumerable<int> counts)
    {
        var count = counts.Sum();
        return count == 0 ? [] : [$"{NumberFormat.Count(count)} values of 0 or less have no place on the logarithmic axis ({axis.Label})."];
    }
}
