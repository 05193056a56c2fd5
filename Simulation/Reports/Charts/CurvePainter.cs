namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Draws curves and hatches the region below them.</summary>
internal sealed class CurvePainter(SvgCanvas canvas, PlotFrame frame)
{
    public void Draw(ScatterCurve curve)
    {
        var (line, region) = (new PathBuilder(), new PathBuilder());
        foreach (var piece in Decimator.Run(curve.X, curve.Y, x => frame.X.Map(x)))
        {
            var points = Decimator.Outline(piece).Select(p => (X: frame.X.Map(p.X), Y: frame.Y.Map(p.Y))).Where(p => double.IsFinite(p.Y)).ToArray();
            if (points.Length == 0) continue;
            line.MoveTo(points[0].X, points[0].Y);
            region.MoveTo(points[0].X, frame.Plot.Bottom);
            foreach (var (x, y) in points)
            {
                line.LineTo(x, y);
                region.LineTo(x, y);
            }
            region.LineTo(points[^1].X, frame.Plot.Bottom).Close();
        }
        canvas.Open("curve", curve.Name);
        if (curve.ShadeBelow)
        {
            var hatch = canvas.Hatch();
            canvas.Path(region, "evband");
            canvas.Path(region, "none", "", hatch);
        }
        canvas.Path(line, "cv", curve.Dash);
        canvas.Close();
    }
}
