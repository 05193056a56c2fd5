namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Horizontal bars by category: one series with error whiskers and the values written behind the bars, several side by side, or stacked
/// with the values inside the segments where they fit.
/// </summary>
public sealed class BarChart : Chart
{
    private readonly BarChartData _data;

    /// <summary>A chart of the given data.</summary>
    /// <exception cref="ArgumentException">The data is malformed (see <see cref="BarChartData"/>).</exception>
    public BarChart(BarChartData data)
        : base(data.Title, data.Description)
    {
        data.Check();
        _data = data;
    }

    private bool IsStacked => _data.Layout == BarLayout.Stacked;

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var axis = _data.X with { FromZero = true };
        var x = new DataRange(axis);
        Collect(x);
        var (low, high) = x.Limits(RowFrame.Steps(size), roundOut: true);
        var legend = _data.Series.Count < 2 ? [] : _data.Series.Select((s, i) => LegendEntryOf(s, i)).ToArray();
        var top = Legend.Draw(canvas, legend, 0, 0, size.Width());
        var barHeight = IsStacked ? 20 : _data.Series.Count == 1 ? 16 : Math.Max(6, 13 - _data.Series.Count);
        var rowHeight = IsStacked ? 27 : (_data.Series.Count * barHeight) + 10;
        var single = !IsStacked && _data.Series.Count == 1;
        var right = single ? _data.Series[0].Values.Select(v => TextMetrics.Width(axis.SayBare(v, 4))).DefaultIfEmpty(0).Max() + 12 : 14;
        var frame = new RowFrame(size, top, _data.Categories, rowHeight, (axis, low, high), right);
        frame.Draw(canvas);
        for (var row = 0; row < _data.Categories.Count; row++)
        {
            if (IsStacked) DrawStack(canvas, frame, row, barHeight);
            else DrawGroup(canvas, frame, row, barHeight);
        }
        var zero = frame.X.Map(Math.Max(0, low));
        canvas.Line(zero, frame.Plot.Y, zero, frame.Plot.Bottom, "axis");
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, x.IsEmpty ? ["no data"] : []);
    }

    private void Collect(DataRange x)
    {
        if (IsStacked)
        {
            for (var row = 0; row < _data.Categories.Count; row++) x.Add(_data.Series.Sum(s => double.IsNaN(s.Values[row]) ? 0 : s.Values[row]));
            return;
        }
        foreach (var series in _data.Series)
        {
            x.Add(series.Values);
            x.Add(series.Low ?? []);
            x.Add(series.High ?? []);
        }
    }

    private LegendEntry LegendEntryOf(BarSeries series, int index) =>
        new(series.Name, series.Slot, _data.OrderedSeries ? LegendKey.Ramp : LegendKey.Swatch, _data.OrderedSeries ? Shade(index) : 1);

    /// <summary>Opacity of an ordered series: from faint to full.</summary>
    private double Shade(int index) => 0.12 + (0.88 * index / Math.Max(1, _data.Series.Count - 1));

    private void DrawGroup(SvgCanvas canvas, RowFrame frame, int row, double barHeight)
    {
        for (var i = 0; i < _data.Series.Count; i++)
        {
            var series = _data.Series[i];
            var value = series.Values[row];
            var top = frame.RowTop(row) + 5 + (i * barHeight);
            var single = _data.Series.Count == 1;
            if (!double.IsFinite(value))
            {
                if (single) canvas.Text(frame.X.Map(0) + 6, top + (barHeight / 2) + 4, NumberFormat.Missing, "t2");
                continue;
            }
            canvas.Open("b " + SeriesStyle.ColorClass(single && _data.CategorySlots is { } slots ? slots[row] : series.Slot), Name(series, row, value));
            DrawBar(canvas, frame, 0, value, new Box(0, top, 0, barHeight - 1), i);
            DrawWhisker(canvas, frame, series, row, top + (barHeight / 2) - 0.5);
            canvas.Close();
            if (single) DrawValue(canvas, frame, series, row, top + (barHeight / 2) + 4);
        }
    }

    private void DrawStack(SvgCanvas canvas, RowFrame frame, int row, double barHeight)
    {
        var from = 0.0;
        for (var i = 0; i < _data.Series.Count; i++)
        {
            var series = _data.Series[i];
            var value = series.Values[row];
            if (!double.IsFinite(value) || value == 0) continue;
            var middle = frame.RowTop(row) + (frame.RowHeight / 2);
            canvas.Open("b " + SeriesStyle.ColorClass(series.Slot), Name(series, row, value));
            DrawBar(canvas, frame, from, from + value, new Box(0, middle - (barHeight / 2), 0, barHeight), i);
            var text = _data.X.Format == ValueFormat.Percent ? NumberFormat.Fixed(value * 100, 0) : NumberFormat.Significant(value, 2);
            var width = frame.X.Map(from + value) - frame.X.Map(from);
            if (_data.OrderedSeries && TextMetrics.Width(text) + 6 <= width)
                canvas.Text(frame.X.Map(from) + (width / 2), middle + 4, text, Shade(i) >= HeatMap.DarkFrom ? "on" : "t", "middle");
            canvas.Close();
            from += value;
        }
    }

    private void DrawBar(SvgCanvas canvas, RowFrame frame, double from, double to, Box strip, int index)
    {
        var (a, b) = (frame.X.Map(Math.Min(from, to)), frame.X.Map(Math.Max(from, to)));
        var box = strip with { X = a, Width = Math.Max(0, b - a) };
        canvas.Rect(box, (_data.OrderedSeries ? "heat" : "bar") + (IsStacked ? " sep" : ""), _data.OrderedSeries ? Shade(index) : 1);
    }

    private static void DrawWhisker(SvgCanvas canvas, RowFrame frame, BarSeries series, int row, double y)
    {
        if (series.Low is null || series.High is null) return;
        var (low, high) = (series.Low[row], series.High[row]);
        if (double.IsFinite(low + high)) Whisker.Horizontal(canvas, frame.X.Map(low), frame.X.Map(high), y, 3);
    }

    private void DrawValue(SvgCanvas canvas, RowFrame frame, BarSeries series, int row, double baseline)
    {
        var end = Math.Max(Math.Max(0, series.Values[row]), series.High is { } high && double.IsFinite(high[row]) ? high[row] : double.NegativeInfinity);
        canvas.Text(frame.X.Map(end) + 7, baseline, _data.X.SayBare(series.Values[row], 4), "t halo");
    }

    private string Name(BarSeries series, int row, double value)
    {
        var name = _data.Series.Count > 1 ? $"{_data.Categories[row]}, {series.Name}" : _data.Categories[row];
        return name + ": " + _data.X.Say(value, 4);
    }
}
