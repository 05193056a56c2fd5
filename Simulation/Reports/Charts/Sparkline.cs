namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>A line the size of a word, for a table cell: no axes, gaps at NaN, a dot at the last value.</summary>
public static class Sparkline
{
    private const double Width = 110;
    private const double Height = 22;

    /// <summary>The sparkline as an SVG element.</summary>
    /// <param name="values">Values at equal distances; NaN is a gap.</param>
    /// <param name="slot">Style slot, 0 or more.</param>
    /// <param name="label">What a screen reader says, and the tooltip.</param>
    /// <param name="low">Value at the lower edge, or NaN for the smallest value; the same in all rows makes rows comparable.</param>
    /// <param name="high">Value at the upper edge, or NaN for the largest value.</param>
    public static string ToSvg(IReadOnlyList<double> values, int slot, string label, double low = double.NaN, double high = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(values);
        var finite = values.Where(double.IsFinite).ToArray();
        var canvas = new SvgCanvas(new IdSource());
        if (finite.Length > 0)
        {
            var bottom = double.IsNaN(low) ? finite.Min() : low;
            var top = double.IsNaN(high) ? finite.Max() : high;
            if (top <= bottom) (bottom, top) = (bottom - 1, bottom + 1);
            Draw(canvas, values, slot, new Scale(false, bottom, top, Height - 3, 3));
        }
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart spark {SeriesStyle.ColorClass(slot)}\" role=\"img\" viewBox=\"0 0 {NumberFormat.Coordinate(Width)} {NumberFormat.Coordinate(Height)}\"><title>{Markup.Escape(label)}</title>{canvas.Content}</svg>";
    }

    private static void Draw(SvgCanvas canvas, IReadOnlyList<double> values, int slot, Scale y)
    {
        var step = (Width - 8) / Math.Max(1, values.Count - 1);
        var x = Enumerable.Range(0, values.Count).Select(i => (double)i).ToArray();
        var line = new PathBuilder();
        var last = (X: 0.0, Y: 0.0);
        foreach (var piece in Decimator.Run(x, values, i => i * step))
        {
            var points = Decimator.Outline(piece);
            line.MoveTo(4 + (points[0].X * step), y.Map(points[0].Y));
            foreach (var p in points) line.LineTo(4 + (p.X * step), y.Map(p.Y));
            last = (4 + (points[^1].X * step), y.Map(points[^1].Y));
        }
        canvas.Path(line, "ln thin");
        Markers.Dot(canvas, slot, last.X, last.Y, 2.4);
    }
}
