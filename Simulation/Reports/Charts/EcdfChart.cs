namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Empirical distribution functions of several samples, exact at every column of the drawing, with a marker at each quantile asked for.
/// </summary>
public sealed class EcdfChart : Chart
{
    private readonly EcdfChartData _data;

    /// <summary>A chart of the given data.</summary>
    public EcdfChart(EcdfChartData data)
        : base(data.Title, data.Description) => _data = data;

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var x = new DataRange(_data.X);
        foreach (var sample in _data.Samples) x.Add(sample.Sorted);
        var (xLow, xHigh) = x.Limits(PlotFrame.XSteps(size), roundOut: false);
        var (yAxis, yLow) = YAxis();
        var legend = _data.Samples.Count < 2 ? [] : _data.Samples.Select(s => new LegendEntry(s.Name, s.Slot, LegendKey.Line)).ToArray();
        var top = Legend.Draw(canvas, legend, 0, 0, size.Width());
        var frame = new PlotFrame(size, top, (_data.X, xLow, xHigh), (yAxis, yLow, 1), 0, 14);
        frame.Draw(canvas);
        foreach (var sample in _data.Samples) DrawSample(canvas, frame, sample);
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, x.IsEmpty ? ["no data"] : [.. OffAxis(), .. Reading(frame)]);
    }

    private (Axis Axis, double Low) YAxis()
    {
        var label = $"share of {_data.Population} " + (_data.Complementary ? "above" : "at or below");
        var kind = _data.Complementary ? AxisKind.Log : AxisKind.Linear;
        var largest = _data.Samples.Select(s => s.Sorted.Count).DefaultIfEmpty(0).Max();
        var low = _data.Complementary ? Math.Pow(10, Math.Floor(-Math.Log10(Math.Max(10, largest)))) : 0;
        return (new Axis(label, "", kind) { Format = ValueFormat.Percent }, low);
    }

    private double Share(SampleSeries sample, double value)
    {
        var below = (double)sample.CountAtMost(value) / sample.Sorted.Count;
        return _data.Complementary ? 1 - below : below;
    }

    private void DrawSample(SvgCanvas canvas, PlotFrame frame, SampleSeries sample)
    {
        if (sample.Sorted.Count == 0) return;
        canvas.Open("series " + SeriesStyle.ColorClass(sample.Slot), sample.Name);
        canvas.Path(Curve(frame, sample), "ln", SeriesStyle.Dash(sample.Slot));
        foreach (var p in _data.Quantiles)
        {
            var value = sample.Quantile(p);
            var (px, py) = (frame.X.Map(value), frame.Y.Map(_data.Complementary ? 1 - p : p));
            if (!double.IsFinite(px) || px < frame.Plot.X || px > frame.Plot.Right || py > frame.Plot.Bottom) continue;
            canvas.Open("q", $"{sample.Name}: p{NumberFormat.Trimmed(p * 100)} = {_data.X.Say(value)}");
            Markers.Draw(canvas, sample.Slot, px, py, 3.8);
            canvas.Close();
        }
        canvas.Close();
    }

    /// <summary>One step a column at most, from the smallest to the largest value; the complementary curve ends before the latter, where it would be zero.</summary>
    private PathBuilder Curve(PlotFrame frame, SampleSeries sample)
    {
        var path = new PathBuilder();
        var lastY = double.NaN;
        for (var px = frame.Plot.X; px <= frame.Plot.Right + 1e-9; px++)
        {
            var share = Share(sample, frame.X.Invert(px) * (1 + 1e-12));
            var y = frame.Y.Map(share);
            if (!double.IsFinite(y) || y > frame.Plot.Bottom + 1e-6)
            {
                if (!path.IsEmpty) path.LineTo(px, frame.Plot.Bottom);
                break;
            }
            if (share == 0 && px + 1 <= frame.Plot.Right) continue;
            if (path.IsEmpty) path.MoveTo(px, share < 1 && px > frame.Plot.X && !_data.Complementary ? frame.Plot.Bottom : y).LineTo(px, y);
            else if (Math.Abs(y - lastY) > 0.04 || px + 1 > frame.Plot.Right) path.LineTo(px, lastY).LineTo(px, y);
            lastY = y;
            if (share >= 1 && !_data.Complementary) break;
        }
        return path;
    }

    private IEnumerable<string> OffAxis()
    {
        if (!_data.X.IsLog) yield break;
        var off = _data.Samples.Select(s => (s.Name, Share: s.Sorted.Count == 0 ? 0 : (double)s.CountAtMost(0) / s.Sorted.Count)).Where(s => s.Share > 0).ToArray();
        if (off.Length > 0)
            yield return "At 0, left of the logarithmic axis: " + string.Join(", ", off.Select(s => $"{s.Name} {NumberFormat.Percent(s.Share)}")) + ".";
    }

    private IEnumerable<string> Reading(PlotFrame frame)
    {
        var shown = _data.Quantiles.Where(p => !_data.Complementary || 1 - p >= frame.Y.Low).ToArray();
        if (shown.Length > 0) yield return "Markers: " + string.Join(", ", shown.Select(p => "p" + NumberFormat.Trimmed(p * 100))) + ".";
    }
}
