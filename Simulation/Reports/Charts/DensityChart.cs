namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Histograms of several samples, one above the other on a common axis and to a common vertical scale, each with its median and 95th percentile:
/// shapes compare without covering each other.
/// </summary>
public sealed class DensityChart : Chart
{
    private readonly DensityChartData _data;

    /// <summary>A chart of the given data.</summary>
    public DensityChart(DensityChartData data)
        : base(data.Title, data.Description)
    {
        if (data.Bins is < 5 or > 500) throw new ArgumentException($"Bins {data.Bins}: 5 to 500.");
        _data = data;
    }

    internal override double Draw(SvgCanvas canvas, ChartSize size)
    {
        var x = new DataRange(_data.X);
        foreach (var sample in _data.Samples) x.Add(sample.Sorted);
        var (low, high) = x.Limits(RowFrame.Steps(size), roundOut: false);
        var frame = new RowFrame(size, 0, [.. _data.Samples.Select(s => s.Name)], 46, (_data.X, low, high), 14);
        frame.Draw(canvas);
        var bins = size == ChartSize.Compact ? Math.Min(_data.Bins, 40) : _data.Bins;
        var shares = _data.Samples.Select(s => s.Sorted.Count == 0 ? [] : Histogram.Shares(s, frame.X, bins)).ToArray();
        var peak = shares.SelectMany(s => s).DefaultIfEmpty(0).Max();
        for (var row = 0; row < shares.Length; row++) DrawRow(canvas, frame, row, shares[row], peak);
        string[] notes = x.IsEmpty ? ["no data"]
            : ["Each area is the whole sample, all to one scale. Thick tick: median; thin tick: p95.", .. ChartNotes.OffLogAxis(_data.X, x.OffLogAxis)];
        return ChartNotes.Draw(canvas, frame.Bottom + 4, size, notes);
    }

    private void DrawRow(SvgCanvas canvas, RowFrame frame, int row, IReadOnlyList<double> shares, double peak)
    {
        var sample = _data.Samples[row];
        var floor = frame.RowTop(row) + frame.RowHeight - 6;
        canvas.Line(frame.Plot.X, floor, frame.Plot.Right, floor, "grid");
        if (shares.Count == 0 || peak == 0) return;
        canvas.Open("series " + SeriesStyle.ColorClass(sample.Slot), $"{sample.Name}: median {_data.X.Say(sample.Quantile(0.5))}, p95 {_data.X.Say(sample.Quantile(0.95))}");
        var outline = Skyline(frame, shares, floor, (frame.RowHeight - 10) / peak);
        canvas.Path(outline, "area");
        canvas.Path(outline, "ln thin");
        DrawTick(canvas, frame, sample.Quantile(0.5), floor, "ln");
        DrawTick(canvas, frame, sample.Quantile(0.95), floor, "ln thin");
        canvas.Close();
    }

    /// <summary>The outline of the bins that are not empty; runs of empty bins stay blank.</summary>
    private static PathBuilder Skyline(RowFrame frame, IReadOnlyList<double> shares, double floor, double unit)
    {
        var path = new PathBuilder();
        var width = frame.Plot.Width / shares.Count;
        for (var bin = 0; bin < shares.Count; bin++)
        {
            if (shares[bin] == 0) continue;
            var left = frame.Plot.X + (bin * width);
            var top = floor - (shares[bin] * unit);
            if (bin == 0 || shares[bin - 1] == 0) path.MoveTo(left, floor);
            path.LineTo(left, top).LineTo(left + width, top);
            if (bin == shares.Count - 1 || shares[bin + 1] == 0) path.LineTo(left + width, floor);
        }
        return path;
    }

    private static void DrawTick(SvgCanvas canvas, RowFrame frame, double value, double floor, string cssClass)
    {
        var x = frame.X.Map(value);
        if (double.IsFinite(x) && x >= frame.Plot.X && x <= frame.Plot.Right) canvas.Line(x, floor - 2, x, floor + 5, cssClass);
    }
}
