namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Lays legend entries out in rows, left to right, breaking where the width ends.</summary>
internal static class Legend
{
    private const double RowHeight = 18;
    private const double Gap = 16;

    /// <summary>Draws the legend at the top of a box that starts at (x, y); returns its height (0 without entries).</summary>
    public static double Draw(SvgCanvas canvas, IReadOnlyList<LegendEntry> entries, double x, double y, double width)
    {
        if (entries.Count == 0) return 0;
        canvas.Open("legend");
        var (left, row) = (x, 0);
        foreach (var entry in entries)
        {
            var key = entry.Key == LegendKey.Line ? 26.0 : 13.0;
            var name = TextMetrics.Fit(entry.Name, width - key - 6);
            var needed = key + 5 + TextMetrics.Width(name);
            if (left > x && left + needed > x + width) (left, row) = (x, row + 1);
            var middle = y + (row * RowHeight) + (RowHeight / 2);
            canvas.Open(SeriesStyle.ColorClass(entry.Slot), name == entry.Name ? "" : entry.Name);
            DrawKey(canvas, entry, left, middle);
            canvas.Text(left + key + 5, middle + 4, name);
            canvas.Close();
            left += needed + Gap;
        }
        canvas.Close();
        return ((row + 1) * RowHeight) + 4;
    }

    private static void DrawKey(SvgCanvas canvas, LegendEntry entry, double left, double middle)
    {
        if (entry.Key == LegendKey.Line)
        {
            canvas.Path(new PathBuilder().MoveTo(left, middle).LineTo(left + 26, middle), "ln", SeriesStyle.Dash(entry.Slot));
            Markers.Draw(canvas, entry.Slot, left + 13, middle, 3.4);
            return;
        }
        canvas.Rect(new Box(left, middle - 6, 13, 12), entry.Key == LegendKey.Ramp ? "heat" : "bar", entry.Opacity);
    }
}
