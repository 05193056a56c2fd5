namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Several series over a common axis, with optional bands, event markers and reference lines. Up to five series are labelled at their ends
/// where the drawing is wide; otherwise there is a legend. Long series are reduced to two units of width per column.
/// </summary>
public sealed class LineChart : Chart
{
    private const int MostEndLabels = 5;
    private readonly LineChartData _data;

    /// <summary>A chart of the given data.</summary>
    /// <exception cref="ArgumentException">A series is malformed (see <see cref="LineSeries"/>).</exception>
    public LineChart(LineChartData data)
        : base(data.Title, data.Description)
    {
        foreach (var series in data.Series) series.Check();
        _data = data;
    }

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var (x, y) = (new DataRange(_data.X), new DataRange(_data.Y));
        Collect(x, y);
        var (xLow, xHigh) = x.Limits(PlotFrame.XSteps(size), roundOut: false);
        var (yLow, yHigh) = y.Limits(PlotFrame.YSteps, roundOut: true);

        LineSeries[] named = [.. _data.Series.Where(s => !s.IsThin)];
        var endLabels = size == ChartSize.Wide && named.Length is > 1 and <= MostEndLabels && named.All(s => s.Y.Any(double.IsFinite));
        var legend = endLabels || named.Length < 2 ? [] : named.Select(s => new LegendEntry(s.Name, s.Slot, LegendKey.Line)).ToArray();
        var top = Legend.Draw(canvas, legend, 0, 0, size.Width());
        var rightMargin = endLabels ? Math.Min(190, named.Max(s => TextMetrics.Width(s.Name)) + 26) : 14;
        PlotFrame Frame(double headroom) => new(size, top, (_data.X, xLow, xHigh), (_data.Y, yLow, yHigh), headroom, rightMargin);

        var events = EventLanes.Assign(_data.Events, Frame(0));
        var frame = Frame(EventLanes.Height(events));
        frame.Draw(canvas);
        var clip = canvas.Clip(new Box(frame.Plot.X, frame.Plot.Y - 2, frame.Plot.Width, frame.Plot.Height + 4));
        EventLanes.Draw(canvas, events, frame);
        DrawReferences(canvas, frame);
        var painter = new LinePainter(canvas, frame, _data.Step, _data.Detail, clip);
        foreach (var back in _data.Series.Where(s => s.IsThin)) painter.Draw(back, 0, named.Length);
        for (var i = 0; i < named.Length; i++) painter.Draw(named[i], i, named.Length);
        if (endLabels) EndLabels.Draw(canvas, frame, named, rightMargin);
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, x.IsEmpty ? ["no data"] : ChartNotes.OffLogAxis(_data.Y, y.OffLogAxis, x.OffLogAxis));
    }

    private void Collect(DataRange x, DataRange y)
    {
        foreach (var series in _data.Series)
        {
            x.Add(series.X);
            y.Add(series.Y);
            y.Add(series.Low ?? []);
            y.Add(series.High ?? []);
        }
        y.Add(_data.References.Select(r => r.Y));
    }

    private void DrawReferences(SvgCanvas canvas, PlotFrame frame)
    {
        var plot = frame.Plot;
        var lines = _data.References.Select(r => (r.Label, Y: frame.Y.Map(r.Y))).Where(r => r.Y >= plot.Y - 0.1 && r.Y <= plot.Bottom + 0.1).ToArray();
        var centres = LabelSpreader.Spread([.. lines.Select(r => r.Y - 9)], 14, plot.Y, plot.Bottom);
        for (var i = 0; i < lines.Length; i++)
        {
            canvas.Line(plot.X, lines[i].Y, plot.Right, lines[i].Y, "ref");
            canvas.FittedText(plot.Right - 4, centres[i] + 4, lines[i].Label, plot.Width - 8, "t2 halo", "end");
        }
    }
}
