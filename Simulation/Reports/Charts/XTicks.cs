namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Draws the vertical grid and the labels below a plotting area, leaving out labels that would touch.</summary>
internal static class XTicks
{
    public static void Draw(SvgCanvas canvas, Scale x, IReadOnlyList<Tick> ticks, Box plot)
    {
        var free = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            var at = x.Map(tick.Value);
            var half = TextMetrics.Width(tick.Label) / 2;
            var centre = Math.Min(at, plot.Right + 12 - half);
            canvas.Line(at, plot.Y, at, plot.Bottom, tick.Label.Length > 0 ? "grid" : "minor");
            if (tick.Label.Length == 0 || centre - half < free + 6) continue;
            canvas.Line(at, plot.Bottom, at, plot.Bottom + 4, "axis");
            canvas.Text(centre, plot.Bottom + 17, tick.Label, "t2", "middle");
            free = centre + half;
        }
    }
}
