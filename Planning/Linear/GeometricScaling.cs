namespace ControlPlane.Planning.Linear;

/// <summary>Row and column scale factors, powers of two so that scaling rounds nothing.</summary>
internal static class GeometricScaling
{
    private const int Passes = 4;

    /// <summary>
    /// Alternates row and column factors 1/sqrt(min x max) of the absolute entries (Fourer's geometric scaling), then rounds.
    /// </summary>
    public static void Compute(ReadOnlySpan<int> columnStart, ReadOnlySpan<int> row, ReadOnlySpan<double> value, double[] rowScale, double[] columnScale)
    {
        int columnCount = columnStart.Length - 1;
        var low = new double[rowScale.Length];
        var high = new double[rowScale.Length];
        Array.Fill(rowScale, 1.0);
        Array.Fill(columnScale, 1.0);
        for (int pass = 0; pass < Passes; pass++)
        {
            ScaleRows(columnStart, row, value, rowScale, columnScale, low, high);
            for (int j = 0; j < columnCount; j++)
            {
                int start = columnStart[j];
                int count = columnStart[j + 1] - start;
                columnScale[j] = ColumnFactor(row.Slice(start, count), value.Slice(start, count), rowScale);
            }
        }

        Round(rowScale);
        Round(columnScale);
    }

    /// <summary>The power of two nearest, on a log scale, to one over the geometric mean of the finite nonzero magnitudes; 1 when there are none.</summary>
    public static double InverseMeanMagnitude(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (value == 0 || !double.IsFinite(value)) continue;
            sum += Math.Log2(Math.Abs(value));
            count++;
        }

        return count == 0 ? 1.0 : Math.ScaleB(1.0, -(int)Math.Round(sum / count));
    }

    private static void ScaleRows(
        ReadOnlySpan<int> columnStart, ReadOnlySpan<int> row, ReadOnlySpan<double> value,
        double[] rowScale, double[] columnScale, double[] low, double[] high)
    {
        Array.Fill(low, double.PositiveInfinity);
        Array.Clear(high);
        for (int j = 0; j < columnScale.Length; j++)
        {
            for (int k = columnStart[j]; k < columnStart[j + 1]; k++)
            {
                double magnitude = Math.Abs(value[k]) * columnScale[j];
                low[row[k]] = Math.Min(low[row[k]], magnitude);
                high[row[k]] = Math.Max(high[row[k]], magnitude);
            }
        }

        for (int i = 0; i < rowScale.Length; i++) rowScale[i] = high[i] == 0 ? 1.0 : 1.0 / Math.Sqrt(low[i] * high[i]);
    }

    private static double ColumnFactor(ReadOnlySpan<int> row, ReadOnlySpan<double> value, double[] rowScale)
    {
        double low = double.PositiveInfinity;
        double high = 0;
        for (int k = 0; k < row.Length; k++)
        {
            double magnitude = Math.Abs(value[k]) * rowScale[row[k]];
            low = Math.Min(low, magnitude);
            high = Math.Max(high, magnitude);
        }

        return high == 0 ? 1.0 : 1.0 / Math.Sqrt(low * high);
    }

    private static void Round(double[] scale)
    {
        for (int i = 0; i < scale.Length; i++) scale[i] = Math.ScaleB(1.0, (int)Math.Round(Math.Log2(scale[i])));
    }
}
