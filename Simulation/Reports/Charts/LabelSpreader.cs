namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Moves labels along one line so that they do not overlap, as little as possible.</summary>
public static class LabelSpreader
{
    /// <summary>
    /// Centres of intervals of equal <paramref name="size"/> inside [low, high] that do not overlap and whose summed squared distance
    /// from the wished centres is least (isotonic regression by pooling adjacent violators). The order of the wishes is kept.
    /// When they cannot all fit, they are spaced evenly over the range and do overlap: the caller checks <c>count * size</c> first.
    /// </summary>
    /// <returns>The centre of each label, in the order given.</returns>
    public static IReadOnlyList<double> Spread(IReadOnlyList<double> wished, double size, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(wished);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var n = wished.Count;
        if (n == 0) return [];
        var step = n * size <= high - low ? size : n == 1 ? 0 : Math.Max(0, high - low - size) / (n - 1);
        var order = Enumerable.Range(0, n).OrderBy(i => wished[i]).ThenBy(i => i).ToArray();

        // With the spacing subtracted, "no overlap" becomes "not decreasing", which pooling solves exactly.
        var pools = new List<(double Sum, int Count)>();
        for (var k = 0; k < n; k++)
        {
            var pool = (Sum: wished[order[k]] - (k * step), Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Count > pool.Sum / pool.Count)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
            pools.Add(pool);
        }

        var centres = new double[n];
        var rank = 0;
        var (first, last) = (low + (size / 2), high - (size / 2) - ((n - 1) * step));
        foreach (var (sum, count) in pools)
        {
            var centre = Math.Max(first, Math.Min(last, sum / count));
            for (var i = 0; i < count; i++, rank++) centres[order[rank]] = centre + (rank * step);
        }
        return centres;
    }
}
