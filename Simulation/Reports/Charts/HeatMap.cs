namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// A matrix of shaded cells. One colour over the page background, as opaque as the value is large: light to dark on a light page
/// and dark to light on a dark one. Values stand in the cells where they fit; every cell has a tooltip.
/// </summary>
public sealed class HeatMap : Chart
{
    /// <summary>From this opacity on, lettering takes the colour that is readable on the full colour.</summary>
    internal const double DarkFrom = 0.55;

    private const double RowHeight = 26;
    private readonly HeatMapData _data;
    private readonly double _full;

    /// <summary>A chart of the given data.</summary>
    /// <exception cref="ArgumentException">The data is malformed (see <see cref="HeatMapData"/>).</exception>
    public HeatMap(HeatMapData data)
        : base(data.Title, data.Description)
    {
        data.Check();
        _data = data;
        var largest = data.Values.SelectMany(r => r).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        _full = data.Full ?? (largest > 0 ? largest : 1);
    }

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var labelWidth = Math.Min(size.Width() * 0.34, _data.Rows.Select(r => TextMetrics.Width(r)).DefaultIfEmpty(0).Max()) + 2;
        var left = labelWidth + 8;
        var cellWidth = (size.Width() - left - 2) / Math.Max(1, _data.Columns.Count);
        var top = DrawColumnLabels(canvas, size, left, cellWidth);
        var hatch = _data.Values.SelectMany(r => r).Any(double.IsNaN) ? canvas.Hatch() : "";
        // All cells are lettered or none: gaps would look like missing values.
        var isLettered = _data.Values.SelectMany(r => r).Where(double.IsFinite).All(v => TextMetrics.Width(Short(v)) <= cellWidth - 3);
        for (var row = 0; row < _data.Rows.Count; row++)
        {
            var y = top + (row * RowHeight);
            canvas.FittedText(left - 8, y + (RowHeight / 2) + 4, _data.Rows[row], labelWidth, "t", "end");
            for (var column = 0; column < _data.Columns.Count; column++)
                DrawCell(canvas, row, column, new Box(left + (column * cellWidth), y, cellWidth, RowHeight), hatch, isLettered);
        }
        return DrawKey(canvas, size, left, top + (_data.Rows.Count * RowHeight) + 12);
    }

    private double DrawColumnLabels(SvgCanvas canvas, ChartSize size, double left, double cellWidth)
    {
        var top = _data.ColumnLabel.Length > 0 ? 18.0 : 2;
        if (_data.ColumnLabel.Length > 0) canvas.FittedText(left, 12, _data.ColumnLabel, size.Width() - left, "ti");
        var widest = _data.Columns.Select(c => TextMetrics.Width(c)).DefaultIfEmpty(0).Max();
        var upright = widest <= cellWidth - 4;
        var height = upright ? 18 : Math.Min(110, widest) + 8;
        // Columns too narrow for a line of text are named every second, third, ... time; every cell's tooltip names its own.
        var stride = upright ? 1 : (int)Math.Ceiling(13 / cellWidth);
        for (var column = 0; column < _data.Columns.Count; column += stride)
        {
            var x = left + ((column + 0.5) * cellWidth);
            if (upright) canvas.Text(x, top + 12, _data.Columns[column], "t", "middle");
            else canvas.Text(x + 4, top + height - 4, TextMetrics.Fit(_data.Columns[column], 110), "t", "start", -90);
        }
        return top + height;
    }

    private void DrawCell(SvgCanvas canvas, int row, int column, Box cell, string hatchId, bool isLettered)
    {
        var value = _data.Values[row][column];
        var inner = new Box(cell.X + 0.5, cell.Y + 0.5, cell.Width - 1, cell.Height - 1);
        var name = $"{_data.Rows[row]}, {_data.Columns[column]}: ";
        var (x, y) = (cell.X + (cell.Width / 2), cell.Y + (cell.Height / 2) + 4);
        if (double.IsNaN(value))
        {
            canvas.Rect(inner, "none", 1, name + "missing", hatchId);
            return;
        }
        var opacity = Math.Min(1, value / _full);
        canvas.Rect(inner, "cell", 1);
        canvas.Rect(inner, "heat", opacity, name + Full(value));
        if (isLettered) canvas.Text(x, y, Short(value), opacity >= DarkFrom ? "on" : value == 0 ? "t2" : "t", "middle");
    }

    private double DrawKey(SvgCanvas canvas, ChartSize size, double left, double top)
    {
        const double Width = 120;
        var from = _data.Format == ValueFormat.Percent ? NumberFormat.Percent(0, 0) : "0";
        canvas.Text(left, top + 10, from, "t2");
        var start = left + TextMetrics.Width(from) + 6;
        canvas.Rect(new Box(start, top, Width, 12), "none", fillId: canvas.HeatGradient());
        var end = start + Width + 6;
        var (full, label) = (Full(_full), _data.ValueLabel);
        var beside = TextMetrics.Width(full + "  " + label) <= size.Width() - end;
        canvas.Text(end, top + 10, beside && label.Length > 0 ? full + "  " + label : full, "t2");
        return beside ? top + 18 : ChartNotes.Draw(canvas, top + 16, size, [label]);
    }

    private string Full(double value) => _data.Format == ValueFormat.Percent ? NumberFormat.Percent(value) : NumberFormat.Significant(value);

    /// <summary>What stands in a cell. A share that rounds to nothing is not nothing.</summary>
    private string Short(double value)
    {
        if (_data.Format != ValueFormat.Percent) return NumberFormat.Significant(value, 2);
        return value is > 0 and < 0.005 ? "<1" : NumberFormat.Fixed(value * 100, 0);
    }
}
