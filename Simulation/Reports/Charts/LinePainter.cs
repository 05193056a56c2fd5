namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Draws series into a frame: band, line with gaps, isolated points as dots, and a few markers along the way.</summary>
internal sealed class LinePainter(SvgCanvas canvas, PlotFrame frame, bool step, SeriesDetail detail, string clipId)
{
    private const double ColumnWidth = 2;
    private const double MarkerSpacing = 150;

    /// <summary>Draws the series that is number <paramref name="index"/> of <paramref name="count"/>.</summary>
    public void Draw(LineSeries series, int index, int count)
    {
        canvas.Open("series " + SeriesStyle.ColorClass(series.Slot), series.Name);
        canvas.OpenClipped(clipId);
        if (series.Low is not null) canvas.Path(Band(series.X, series.Low, series.High!), "area");
        var mean = detail == SeriesDetail.MeanAndRange && series.X.Count > frame.Plot.Width / ColumnWidth;
        var pieces = Decimator.Run(series.X, Placeable(series.Y), Column(mean));
        if (mean) canvas.Path(Range(pieces), count > 3 ? "area faint" : "area");
        var line = new PathBuilder();
        foreach (var piece in pieces)
        {
            var points = mean ? [.. piece.Select(b => (b.MeanX, b.Mean))] : Decimator.Outline(piece);
            if (points.Count == 1) Markers.Draw(canvas, series.Slot, frame.X.Map(points[0].X), frame.Y.Map(points[0].Y), 2.6);
            else Trace(line, points);
        }
        canvas.Path(line, series.IsThin ? "ln thin back" : count > 3 || (!mean && series.X.Count > frame.Plot.Width) ? "ln thin" : "ln", SeriesStyle.Dash(series.Slot));
        canvas.Close();
        if (count > 1 && !series.IsThin) DrawMarkers(series, mean ? pieces : null, index, count);
        canvas.Close();
    }

    private Func<double, double> Column(bool mean) => x => (frame.X.Map(x) - frame.Plot.X) / (mean ? ColumnWidth * 2 : ColumnWidth);

    /// <summary>The values, with NaN for those a logarithmic axis has no place for.</summary>
    private IReadOnlyList<double> Placeable(IReadOnlyList<double> y) => frame.Y.IsLog ? [.. y.Select(v => v > 0 ? v : double.NaN)] : y;

    private void Trace(PathBuilder line, IReadOnlyList<(double X, double Y)> points)
    {
        var y = frame.Y.Map(points[0].Y);
        line.MoveTo(frame.X.Map(points[0].X), y);
        for (var i = 1; i < points.Count; i++)
        {
            var x = frame.X.Map(points[i].X);
            if (step) line.LineTo(x, y);
            y = frame.Y.Map(points[i].Y);
            line.LineTo(x, y);
        }
    }

    private PathBuilder Range(IReadOnlyList<IReadOnlyList<SeriesBucket>> pieces)
    {
        var path = new PathBuilder();
        foreach (var piece in pieces)
            Ribbon(path, [.. piece.Select(b => (frame.X.Map(b.MeanX), frame.Y.Map(b.Min.Y), frame.Y.Map(b.Max.Y)))]);
        return path;
    }

    /// <summary>The band between two series, interrupted where either has a gap; wider than true by at most one column.</summary>
    private PathBuilder Band(IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var path = new PathBuilder();
        var edge = new List<(double X, double Low, double High)>();
        for (var i = 0; i < x.Count; i++)
        {
            var (px, lowY, highY) = (frame.X.Map(x[i]), frame.Y.Map(low[i]), frame.Y.Map(high[i]));
            if (!double.IsFinite(px + lowY + highY))
            {
                Ribbon(path, edge);
                edge.Clear();
            }
            else if (edge.Count > 1 && px - edge[^1].X < ColumnWidth && i < x.Count - 1)
                edge[^1] = (edge[^1].X, Math.Max(edge[^1].Low, lowY), Math.Min(edge[^1].High, highY));
            else
                edge.Add((px, lowY, highY));
        }
        Ribbon(path, edge);
        return path;
    }

    private static void Ribbon(PathBuilder path, List<(double X, double Low, double High)> edge)
    {
        if (edge.Count < 2) return;
        path.MoveTo(edge[0].X, edge[0].Low);
        for (var i = 1; i < edge.Count; i++) path.LineTo(edge[i].X, edge[i].Low);
        for (var i = edge.Count - 1; i >= 0; i--) path.LineTo(edge[i].X, edge[i].High);
        path.Close();
    }

    /// <summary>Markers at evenly spaced places, shifted from series to series so that they do not sit on each other.</summary>
    private void DrawMarkers(LineSeries series, IReadOnlyList<IReadOnlyList<SeriesBucket>>? means, int index, int count)
    {
        var points = means is null
            ? [.. series.X.Zip(series.Y)]
            : means.SelectMany(piece => piece.Select(b => (First: b.MeanX, Second: b.Mean))).ToArray();
        var next = frame.Plot.X + (MarkerSpacing * (index + 0.5) / count);
        foreach (var (x, y) in points)
        {
            var (px, py) = (frame.X.Map(x), frame.Y.Map(y));
            if (!double.IsFinite(px + py) || px < next || px > frame.Plot.Right || py < frame.Plot.Y - 1 || py > frame.Plot.Bottom + 1) continue;
            Markers.Draw(canvas, series.Slot, px, py, 3.2);
            next += MarkerSpacing * Math.Ceiling((px - next + 1e-9) / MarkerSpacing);
        }
    }
}
