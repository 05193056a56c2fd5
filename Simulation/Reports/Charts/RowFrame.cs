namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The frame of a chart whose rows are named categories and whose only quantitative axis is horizontal.</summary>
internal sealed class RowFrame
{
    private readonly Axis _axis;
    private readonly IReadOnlyList<string> _labels;
    private readonly IReadOnlyList<Tick> _ticks;
    private readonly string _unit;
    private readonly double _width;

    /// <summary>Lays out one row per label below <paramref name="top"/>.</summary>
    public RowFrame(ChartSize size, double top, IReadOnlyList<string> labels, double rowHeight, (Axis Axis, double Low, double High) x, double rightMargin)
    {
        (_axis, _labels, RowHeight, _width) = (x.Axis, labels, rowHeight, size.Width());
        LabelWidth = Math.Min(size.Width() * 0.36, labels.Select(l => TextMetrics.Width(l)).DefaultIfEmpty(0).Max()) + 2;
        var left = LabelWidth + 10;
        Plot = new Box(left, top + 4, size.Width() - left - rightMargin, Math.Max(20, labels.Count * rowHeight));
        X = new Scale(x.Axis.IsLog, x.Low, x.High, Plot.X, Plot.Right);
        (_ticks, _unit) = AxisTicks.Choose(x.Axis, x.Low, x.High, Steps(size));
    }

    /// <summary>At most so many steps of the axis at this size: row names leave it less room than a plain chart has.</summary>
    public static int Steps(ChartSize size) => PlotFrame.XSteps(size) - 1;

    public Box Plot { get; }

    public Scale X { get; }

    public double RowHeight { get; }

    /// <summary>Width of the column of row names.</summary>
    public double LabelWidth { get; }

    /// <summary>Where the axis title ends.</summary>
    public double Bottom => Plot.Bottom + 40;

    /// <summary>The upper edge of a row.</summary>
    public double RowTop(int row) => Plot.Y + (row * RowHeight);

    /// <summary>Draws grid, axis, title and row names.</summary>
    public void Draw(SvgCanvas canvas)
    {
        canvas.Open("frame");
        XTicks.Draw(canvas, X, _ticks, Plot);
        canvas.Line(Plot.X, Plot.Bottom, Plot.Right, Plot.Bottom, "axis");
        for (var row = 0; row < _labels.Count; row++)
            canvas.FittedText(Plot.X - 10, RowTop(row) + (RowHeight / 2) + 4, _labels[row], LabelWidth, "t", "end");
        XTicks.DrawTitle(canvas, AxisTicks.Title(_axis, _unit), Plot, _width);
        canvas.Close();
    }
}
