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
            var centre = Math.Max(half, Math.Min(at, plot.Right + 12 - half));
            canvas.Line(at, plot.Y, at, plot.Bottom, tick.Label.Length > 0 ? "grid" : "minor");
            if (tick.Label.Length == 0 || centre - half < free + 6) continue;
            canvas.Line(at, plot.Bottom, at, plot.Bottom + 4, "axis");
            canvas.Text(centre, plot.Bottom + 17, tick.Label, "t2", "middle");
            free = centre + half;
        }
    }

    /// <summary>The axis title below the labels: centred on the plotting area, but always inside the drawing.</summary>
    public static void DrawTitle(SvgCanvas canvas, string title, Box plot, double width)
    {
        var half = Math.Min(width, TextMetrics.Width(title)) / 2;
        canvas.FittedText(Math.Clamp(plot.X + (plot.Width / 2), half, width - half), plot.Bottom + 35, title, width, "ti", "middle");
    }
}
