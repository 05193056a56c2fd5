namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One compact box per row: whisker p5 to p95, box p25 to p75, bar at the median, dot at p99; the median is written at the right.</summary>
public sealed class BoxRowChart : Chart
{
    private readonly BoxRowChartData _data;

    /// <summary>A chart of the given data.</summary>
    public BoxRowChart(BoxRowChartData data)
        : base(data.Title, data.Description) => _data = data;

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var x = new DataRange(_data.X);
        foreach (var r in _data.Rows) x.Add([r.P5, r.P25, r.P50, r.P75, r.P95, r.P99]);
        var (low, high) = x.Limits(RowFrame.Steps(size), roundOut: true);
        if (x.OffLogAxis > 0 && _data.X is { IsLog: true, Low: null }) low = Math.Min(low, high / 10);
        var medians = _data.Rows.Select(r => _data.X.Say(r.P50)).ToArray();
        var right = medians.Select(m => TextMetrics.Width(m)).DefaultIfEmpty(0).Max() + 14;
        var frame = new RowFrame(size, 16, [.. _data.Rows.Select(r => r.Name)], 26, (_data.X, low, high), right);
        frame.Draw(canvas);
        canvas.Text(size.Width(), 12, "median", "t2", "end");
        for (var i = 0; i < _data.Rows.Count; i++)
        {
            DrawRow(canvas, frame, i);
            canvas.Text(size.Width(), frame.RowTop(i) + (frame.RowHeight / 2) + 4, medians[i], "t", "end");
        }
        string[] notes = x.IsEmpty ? ["no data"]
            : ["Whisker p5 to p95, box p25 to p75, bar p50, dot p99.", .. x.OffLogAxis > 0 ? ["Quantiles at 0 lie left of the logarithmic axis."] : (string[])[]];
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, notes);
    }

    private void DrawRow(SvgCanvas canvas, RowFrame frame, int index)
    {
        var row = _data.Rows[index];
        var middle = frame.RowTop(index) + (frame.RowHeight / 2);
        canvas.Open("series " + SeriesStyle.ColorClass(row.Slot), Summary(row));
        if (Span(frame, row.P5, row.P95) is var (from, to)) canvas.Line(from, middle, to, middle, "ln");
        if (Span(frame, row.P25, row.P75) is var (left, right))
        {
            canvas.Rect(new Box(left, middle - 7, right - left, 14), "halobox");
            canvas.Rect(new Box(left, middle - 7, right - left, 14), "box");
        }
        if (frame.X.Map(row.P50) is var median && median >= frame.Plot.X) canvas.Path(new PathBuilder().MoveTo(median, middle - 8).LineTo(median, middle + 8), "med");
        if (frame.X.Map(row.P99) is var p99 && p99 >= frame.Plot.X) Markers.Draw(canvas, row.Slot, p99, middle, 3.2);
        canvas.Close();
    }

    /// <summary>
    /// The drawn part of an interval. What reaches below a logarithmic axis begins at its edge (the note says so); null when an end is missing
    /// or all of it lies below.
    /// </summary>
    private (double From, double To)? Span(RowFrame frame, double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to) || (_data.X.IsLog && to <= 0)) return null;
        var start = _data.X.IsLog && from <= 0 ? frame.Plot.X : frame.X.Map(from);
        return (Math.Max(frame.Plot.X, start), Math.Max(frame.Plot.X, frame.X.Map(to)));
    }

    private string Summary(BoxRow r) =>
        $"{r.Name}: p5 {_data.X.Say(r.P5)}, p25 {_data.X.Say(r.P25)}, p50 {_data.X.Say(r.P50)}, p75 {_data.X.Say(r.P75)}, p95 {_data.X.Say(r.P95)}, p99 {_data.X.Say(r.P99)}";
}
