namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Reduces long series to what a drawing can show, column by column. A line through first, lowest, highest and last point of each column
/// looks the same as one through all points (Jugel et al., "M4", VLDB 2014), and no extreme is lost.
/// </summary>
public static class Decimator
{
    /// <summary>Cuts a series at its gaps (NaN or no place on the axis) and each piece into buckets.</summary>
    /// <param name="x">x values, not decreasing.</param>
    /// <param name="y">y values; NaN is a gap.</param>
    /// <param name="column">The column of an x value, as a real number whose floor counts; NaN where x has no place.</param>
    /// <returns>The pieces between gaps, each a non-empty list of buckets in order of x.</returns>
    public static IReadOnlyList<IReadOnlyList<SeriesBucket>> Run(IReadOnlyList<double> x, IReadOnlyList<double> y, Func<double, double> column)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(column);
        var pieces = new List<IReadOnlyList<SeriesBucket>>();
        var piece = new List<SeriesBucket>();
        var start = 0;
        while (start < x.Count)
        {
            var bucketColumn = Column(x[start], y[start], column);
            if (double.IsNaN(bucketColumn))
            {
                EndPiece();
                start++;
                continue;
            }
            var end = start + 1;
            while (end < x.Count && Column(x[end], y[end], column) == bucketColumn) end++;
            piece.Add(Reduce(x, y, start, end));
            start = end;
        }
        EndPiece();
        return pieces;

        void EndPiece()
        {
            if (piece.Count == 0) return;
            pieces.Add(piece);
            piece = [];
        }
    }

    /// <summary>The points of a piece that a line must visit, in order of x, without repeats.</summary>
    public static IReadOnlyList<(double X, double Y)> Outline(IReadOnlyList<SeriesBucket> piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var points = new List<(double X, double Y)>(piece.Count * 2);
        foreach (var bucket in piece)
        {
            var minFirst = bucket.Min.X <= bucket.Max.X;
            Add(bucket.First);
            Add(minFirst ? bucket.Min : bucket.Max);
            Add(minFirst ? bucket.Max : bucket.Min);
            Add(bucket.Last);
        }
        return points;

        void Add((double X, double Y) point)
        {
            if (points.Count == 0 || points[^1] != point) points.Add(point);
        }
    }

    private static double Column(double x, double y, Func<double, double> column) => double.IsFinite(y) ? Math.Floor(column(x)) : double.NaN;

    private static SeriesBucket Reduce(IReadOnlyList<double> x, IReadOnlyList<double> y, int start, int end)
    {
        var (min, max, sumX, sumY) = (start, start, 0.0, 0.0);
        for (var i = start; i < end; i++)
        {
            if (y[i] < y[min]) min = i;
            if (y[i] > y[max]) max = i;
            sumX += x[i];
            sumY += y[i];
        }
        var count = end - start;
        return new SeriesBucket((x[start], y[start]), (x[min], y[min]), (x[max], y[max]), (x[end - 1], y[end - 1]), sumX / count, sumY / count);
    }
}
