namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Labelled points with error bars, and curves such as a frontier with the region below it hatched. Labels are placed so that none covers
/// another label, a point or an error bar; a label that has no room is named in a note instead.
/// </summary>
public sealed class ScatterWithCurve : Chart
{
    private readonly ScatterWithCurveData _data;

    /// <summary>A chart of the given data.</summary>
    /// <exception cref="ArgumentException">A curve is malformed: lengths differ or x is not finite and increasing.</exception>
    public ScatterWithCurve(ScatterWithCurveData data)
        : base(data.Title, data.Description)
    {
        foreach (var curve in data.Curves) new LineSeries(curve.Name, 0, curve.X, curve.Y).Check();
        _data = data;
    }

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var (x, y) = (new DataRange(_data.X), new DataRange(_data.Y));
        foreach (var p in _data.Points)
        {
            x.Add([p.X, p.XLow, p.XHigh]);
            y.Add([p.Y, p.YLow, p.YHigh]);
        }
        foreach (var curve in _data.Curves)
        {
            x.Add(curve.X);
            y.Add(curve.Y);
        }
        var (xLow, xHigh) = x.Limits(PlotFrame.XSteps(size), roundOut: true);
        var (yLow, yHigh) = y.Limits(PlotFrame.YSteps, roundOut: true);
        var frame = new PlotFrame(size, 0, (_data.X, xLow, xHigh), (_data.Y, yLow, yHigh), 0, 14);
        frame.Draw(canvas);
        var clip = canvas.Clip(frame.Plot);
        var curves = new CurvePainter(canvas, frame);
        canvas.OpenClipped(clip);
        foreach (var curve in _data.Curves) curves.Draw(curve);
        canvas.Close();
        var shown = _data.Points.Where(p => double.IsFinite(frame.X.Map(p.X) + frame.Y.Map(p.Y))).ToArray();
        foreach (var point in shown) DrawPoint(canvas, frame, point);
        var unplaced = ScatterLabels.Draw(canvas, frame, shown, _data.Curves);
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, x.IsEmpty ? ["no data"] : Notes(unplaced, shown));
    }

    private void DrawPoint(SvgCanvas canvas, PlotFrame frame, ScatterPoint point)
    {
        var (x, y) = (frame.X.Map(point.X), frame.Y.Map(point.Y));
        canvas.Open("point " + SeriesStyle.ColorClass(point.Slot), $"{point.Name}: {_data.X.Say(point.X, 4)}, {_data.Y.Say(point.Y, 4)}");
        var (left, right) = (frame.X.Map(point.XLow), frame.X.Map(point.XHigh));
        if (double.IsFinite(left + right)) Whisker.Horizontal(canvas, left, right, y, 3);
        var (low, high) = (frame.Y.Map(point.YLow), frame.Y.Map(point.YHigh));
        if (double.IsFinite(low + high)) Whisker.Vertical(canvas, x, low, high, 3);
        if (point.IsHollow) Markers.Ring(canvas, point.Slot, x, y, ScatterLabels.MarkerRadius);
        else Markers.Draw(canvas, point.Slot, x, y, ScatterLabels.MarkerRadius);
        canvas.Close();
    }

    private IReadOnlyList<string> Notes(IReadOnlyList<string> unplaced, ScatterPoint[] shown)
    {
        var notes = new List<string>();
        if (unplaced.Count > 0) notes.Add("Without room for a label: " + string.Join(", ", unplaced) + ".");
        var absent = _data.Points.Except(shown).Select(p => p.Name).ToArray();
        if (absent.Length > 0) notes.Add("Without a place on the axes: " + string.Join(", ", absent) + ".");
        return notes;
    }
}
