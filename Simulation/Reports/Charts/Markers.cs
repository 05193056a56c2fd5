namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Draws the marker of a series slot.</summary>
internal static class Markers
{
    /// <summary>Draws the marker about its centre; the radius is that of a circle, other shapes are made to look equally large.</summary>
    public static void Draw(SvgCanvas canvas, int slot, double x, double y, double radius)
    {
        var shape = SeriesStyle.Marker(slot);
        var kind = shape switch
        {
            MarkerShape.Plus or MarkerShape.Cross => "mk-x",
            >= MarkerShape.HollowCircle => "mk-o",
            _ => "mk",
        };
        canvas.Path(Outline(shape, x, y, radius), kind + " " + SeriesStyle.ColorClass(slot));
    }

    /// <summary>Draws a plain dot in the colour of a slot.</summary>
    public static void Dot(SvgCanvas canvas, int slot, double x, double y, double radius) =>
        canvas.Path(Outline(MarkerShape.Circle, x, y, radius), "mk " + SeriesStyle.ColorClass(slot));

    /// <summary>Draws a dashed ring in the colour of a slot.</summary>
    public static void Ring(SvgCanvas canvas, int slot, double x, double y, double radius) =>
        canvas.Path(Outline(MarkerShape.Circle, x, y, radius), "mk-o " + SeriesStyle.ColorClass(slot), "2.2 1.8");

    private static PathBuilder Outline(MarkerShape shape, double x, double y, double r) => shape switch
    {
        MarkerShape.Square or MarkerShape.HollowSquare => Polygon(x, y, r * 1.25, 4, 45),
        MarkerShape.Triangle or MarkerShape.HollowTriangle => Polygon(x, y + (r * 0.2), r * 1.35, 3, -90),
        MarkerShape.TriangleDown => Polygon(x, y - (r * 0.2), r * 1.35, 3, 90),
        MarkerShape.Diamond or MarkerShape.HollowDiamond => Polygon(x, y, r * 1.35, 4, 0),
        MarkerShape.Pentagon => Polygon(x, y, r * 1.2, 5, -90),
        MarkerShape.Plus => Strokes(x, y, r * 1.2, 0),
        MarkerShape.Cross => Strokes(x, y, r * 1.2, 45),
        _ => Polygon(x, y, r, 16, 0),
    };

    private static PathBuilder Polygon(double x, double y, double r, int corners, double startDeg)
    {
        var path = new PathBuilder();
        for (var i = 0; i < corners; i++)
        {
            var (px, py) = OnCircle(x, y, r, startDeg + (360.0 * i / corners));
            if (i == 0) path.MoveTo(px, py);
            else path.LineTo(px, py);
        }
        return path.Close();
    }

    private static PathBuilder Strokes(double x, double y, double r, double startDeg)
    {
        var path = new PathBuilder();
        foreach (var deg in (ReadOnlySpan<double>)[startDeg, startDeg + 90])
        {
            var (ax, ay) = OnCircle(x, y, r, deg);
            var (bx, by) = OnCircle(x, y, r, deg + 180);
            path.MoveTo(ax, ay).LineTo(bx, by);
        }
        return path;
    }

    private static (double X, double Y) OnCircle(double x, double y, double r, double deg) =>
        (x + (r * Math.Cos(deg * Math.PI / 180)), y + (r * Math.Sin(deg * Math.PI / 180)));
}
