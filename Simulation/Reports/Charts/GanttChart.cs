namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>What runs where and when: a row a place, its bars in as many lanes as run at once. Every bar has a tooltip.</summary>
public sealed class GanttChart : Chart
{
    private const double LaneHeight = 19;
    private const double RowGap = 9;
    private readonly GanttChartData _data;

    /// <summary>A chart of the given data.</summary>
    /// <exception cref="ArgumentException">The data is malformed (see <see cref="GanttChartData"/>).</exception>
    public GanttChart(GanttChartData data)
        : base(data.Title, data.Description)
    {
        data.Check();
        _data = data;
    }

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var rows = _data.Rows.Select(row => row.Lanes()).ToArray();
        double[] heights = [.. rows.Select(bars => RowGap + LaneHeight * Math.Max(1, bars.Select(b => b.Lane + 1).DefaultIfEmpty(1).Max()))];
        var labelWidth = Math.Min(size.Width() * 0.3, _data.Rows.Select(r => TextMetrics.Width(r.Name)).DefaultIfEmpty(0).Max()) + 2;
        var plot = new Box(labelWidth + 10, 4, size.Width() - labelWidth - 22, Math.Max(LaneHeight, heights.Sum()));
        var (low, high) = (_data.X.Low!.Value, _data.X.High!.Value);
        var x = new Scale(isLog: false, low, high, plot.X, plot.Right);
        var (ticks, unit) = AxisTicks.Choose(_data.X, low, high, RowFrame.Steps(size));
        canvas.Open("frame");
        XTicks.Draw(canvas, x, ticks, plot);
        XTicks.DrawTitle(canvas, AxisTicks.Title(_data.X, unit), plot, size.Width());
        canvas.Close();
        var clip = canvas.Clip(plot);
        var top = plot.Y;
        for (var row = 0; row < rows.Length; row++)
        {
            canvas.Line(plot.X, top, plot.Right, top, "axis");
            canvas.FittedText(plot.X - 10, top + heights[row] / 2 + 4, _data.Rows[row].Name, labelWidth, "t", "end");
            canvas.Open("series " + SeriesStyle.ColorClass(_data.Rows[row].Slot)).OpenClipped(clip);
            foreach (var (bar, lane) in rows[row])
                DrawBar(canvas, bar, new Box(x.Map(bar.From), top + RowGap / 2 + lane * LaneHeight, x.Map(bar.To) - x.Map(bar.From), LaneHeight - 2));
            canvas.Close().Close();
            top += heights[row];
        }

        canvas.Line(plot.X, plot.Bottom, plot.Right, plot.Bottom, "axis");
        return plot.Bottom + 44;
    }

    private void DrawBar(SvgCanvas canvas, GanttBar bar, Box box)
    {
        var full = bar.Note.Length > 0 ? $"{bar.Name}, {bar.Note}" : bar.Name;
        canvas.Rect(new Box(box.X + 0.5, box.Y, Math.Max(1, box.Width - 1), box.Height), "box", 1, $"{full}: {_data.X.Say(bar.From)} to {_data.X.Say(bar.To)}");
        var text = new[] { full, bar.Name }.FirstOrDefault(t => TextMetrics.Width(t) <= box.Width - 8);
        if (text is not null)
            canvas.Text(box.X + 5, box.Y + box.Height - 4.5, text);
    }
}
