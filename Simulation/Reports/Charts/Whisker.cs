namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Error bars with end caps.</summary>
internal static class Whisker
{
    public static void Horizontal(SvgCanvas canvas, double left, double right, double y, double cap) =>
        canvas.Path(new PathBuilder().MoveTo(left, y).LineTo(right, y).MoveTo(left, y - cap).LineTo(left, y + cap).MoveTo(right, y - cap).LineTo(right, y + cap), "err");

    public static void Vertical(SvgCanvas canvas, double x, double low, double high, double cap) =>
        canvas.Path(new PathBuilder().MoveTo(x, low).LineTo(x, high).MoveTo(x - cap, low).LineTo(x + cap, low).MoveTo(x - cap, high).LineTo(x + cap, high), "err");
}
