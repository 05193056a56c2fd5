namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>A time series: a value, and for a histogram how often which.</summary>
/// <param name="bounds">Upper bounds of the buckets, ascending; empty for what is no histogram.</param>
internal sealed class Series(double[] bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[bounds.Length + 1];
    private double _sum;

    /// <summary>Adds a measurement.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="isTotal">Whether it takes the place of the one before.</param>
    public void Record(double value, bool isTotal)
    {
        lock (_gate)
        {
            _sum = isTotal ? value : _sum + value;
            if (bounds.Length == 0)
                return;
            var index = Array.BinarySearch(bounds, value);
            _buckets[index < 0 ? ~index : index]++;
        }
    }

    /// <summary>The value, or a histogram's sum, with its buckets: how many measurements were at most each bound, and all.</summary>
    public (double Sum, IReadOnlyList<(double Bound, long Count)> Buckets) Read()
    {
        lock (_gate)
        {
            if (bounds.Length == 0)
                return (_sum, []);
            var count = 0L;
            var buckets = new List<(double, long)>(_buckets.Length);
            for (var i = 0; i < _buckets.Length; i++)
            {
                count += _buckets[i];
                buckets.Add((i < bounds.Length ? bounds[i] : double.PositiveInfinity, count));
            }

            return (_sum, buckets);
        }
    }
}
