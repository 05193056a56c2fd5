namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>A sample whose distribution is shown, such as all latencies under one policy.</summary>
public sealed class SampleSeries
{
    /// <summary>A sample in any order.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="slot">Its style slot, 0 or more.</param>
    /// <param name="values">The values; NaN counts as missing, infinities are not allowed.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public SampleSeries(string name, int slot, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (Name, Slot) = (name, slot);
        var sorted = new List<double>();
        foreach (var value in values)
        {
            if (double.IsInfinity(value)) throw new ArgumentException($"Sample '{name}': an infinite value has no place in a distribution.", nameof(values));
            if (double.IsNaN(value)) Missing++;
            else sorted.Add(value);
        }
        sorted.Sort();
        Sorted = sorted;
    }

    /// <summary>What the legend calls it.</summary>
    public string Name { get; }

    /// <summary>Its style slot.</summary>
    public int Slot { get; }

    /// <summary>The finite values in increasing order.</summary>
    public IReadOnlyList<double> Sorted { get; }

    /// <summary>How many values were NaN.</summary>
    public int Missing { get; }

    /// <summary>
    /// The quantile of order <paramref name="p"/> in [0, 1] by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996);
    /// NaN for an empty sample.
    /// </summary>
    public double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        if (Sorted.Count == 0) return double.NaN;
        var h = (Sorted.Count - 1) * p;
        var k = Math.Min((int)h, Sorted.Count - 1);
        return k + 1 == Sorted.Count ? Sorted[k] : Sorted[k] + ((h - k) * (Sorted[k + 1] - Sorted[k]));
    }

    /// <summary>How many values are at most <paramref name="value"/>.</summary>
    public int CountAtMost(double value)
    {
        var (low, high) = (0, Sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sorted[middle] <= value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
