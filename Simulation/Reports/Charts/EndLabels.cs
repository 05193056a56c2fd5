namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Names series at the right end of their lines instead of in a legend.</summary>
internal static class EndLabels
{
    private const double RowHeight = 15;

    public static void Draw(SvgCanvas canvas, PlotFrame frame, IReadOnlyList<LineSeries> series, double width)
    {
        var ends = series.Select(s => End(s, frame)).ToArray();
        var centres = LabelSpreader.Spread([.. ends.Select(e => e.Y)], RowHeight, frame.Plot.Y - 8, frame.Plot.Bottom + 8);
        var x = frame.Plot.Right + 16;
        for (var i = 0; i < series.Count; i++)
        {
            canvas.Open(SeriesStyle.ColorClass(series[i].Slot), series[i].Name);
            canvas.Path(new PathBuilder().MoveTo(ends[i].X + 3, ends[i].Y).LineTo(frame.Plot.Right + 4, ends[i].Y).LineTo(x - 7, centres[i]), "lead");
            Markers.Draw(canvas, series[i].Slot, x, centres[i], 3.4);
            canvas.FittedText(x + 8, centres[i] + 4, series[i].Name, width - 26);
            canvas.Close();
        }
    }

    private static (double X, double Y) End(LineSeries series, PlotFrame frame)
    {
        for (var i = series.X.Count - 1; i >= 0; i--)
        {
            var (x, y) = (frame.X.Map(series.X[i]), frame.Y.Map(series.Y[i]));
            if (double.IsFinite(x + y)) return (Math.Min(x, frame.Plot.Right), Math.Clamp(y, frame.Plot.Y, frame.Plot.Bottom));
        }
        return (frame.Plot.Right, frame.Plot.Bottom);
    }
}
