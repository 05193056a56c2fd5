namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// The plotting area of a chart with two quantitative axes: margins from the width of the tick labels, grid, ticks and axis titles.
/// The title of the y axis stands horizontally above it, where it can be read.
/// </summary>
internal sealed class PlotFrame
{
    private readonly Axis _xAxis;
    private readonly Axis _yAxis;
    private readonly IReadOnlyList<Tick> _xTicks;
    private readonly IReadOnlyList<Tick> _yTicks;
    private readonly string _xUnit;
    private readonly string _yUnit;
    private readonly double _width;

    /// <summary>Lays the frame out below <paramref name="top"/>.</summary>
    /// <param name="size">The size of the drawing.</param>
    /// <param name="top">Where the frame begins.</param>
    /// <param name="x">The x axis with its limits.</param>
    /// <param name="y">The y axis with its limits.</param>
    /// <param name="headroom">Height kept free between the y title and the plotting area.</param>
    /// <param name="rightMargin">Width kept free right of the plotting area.</param>
    public PlotFrame(ChartSize size, double top, (Axis Axis, double Low, double High) x, (Axis Axis, double Low, double High) y, double headroom = 0, double rightMargin = 12)
    {
        (_xAxis, _yAxis, _width) = (x.Axis, y.Axis, size.Width());
        (_yTicks, _yUnit) = AxisTicks.Choose(y.Axis, y.Low, y.High, YSteps);
        var left = _yTicks.Select(t => TextMetrics.Width(t.Label)).DefaultIfEmpty(0).Max() + 8;
        Plot = new Box(left, top + 26 + headroom, size.Width() - left - rightMargin, size.PlotHeight());
        X = new Scale(x.Axis.IsLog, x.Low, x.High, Plot.X, Plot.Right);
        Y = new Scale(y.Axis.IsLog, y.Low, y.High, Plot.Bottom, Plot.Y);
        (_xTicks, _xUnit) = AxisTicks.Choose(x.Axis, x.Low, x.High, XSteps(size));
        Top = top;
    }

    /// <summary>At most so many steps of a y axis.</summary>
    public const int YSteps = 6;

    /// <summary>The plotting area.</summary>
    public Box Plot { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>Where the frame begins.</summary>
    public double Top { get; }

    /// <summary>Where the axis title below the plotting area ends.</summary>
    public double Bottom => Plot.Bottom + 40;

    /// <summary>At most so many steps of an x axis of this size.</summary>
    public static int XSteps(ChartSize size) => size switch { ChartSize.Compact => 5, ChartSize.Medium => 7, _ => 12 };

    /// <summary>Draws grid, axes, tick labels and titles.</summary>
    public void Draw(SvgCanvas canvas)
    {
        canvas.Open("frame");
        var free = double.PositiveInfinity;
        foreach (var tick in _yTicks)
        {
            var y = Y.Map(tick.Value);
            canvas.Line(Plot.X, y, Plot.Right, y, tick.Label.Length > 0 ? "grid" : "minor");
            if (tick.Label.Length == 0 || y > free - 14) continue;
            canvas.Text(Plot.X - 7, y + 4, tick.Label, "t2", "end");
            free = y;
        }
        XTicks.Draw(canvas, X, _xTicks, Plot);
        canvas.Line(Plot.X, Plot.Bottom, Plot.Right, Plot.Bottom, "axis");
        canvas.FittedText(0, Top + 12, AxisTicks.Title(_yAxis, _yUnit), _width, "ti");
        XTicks.DrawTitle(canvas, AxisTicks.Title(_xAxis, _xUnit), Plot, _width);
        canvas.Close();
    }
}
