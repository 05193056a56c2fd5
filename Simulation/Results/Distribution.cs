namespace ControlPlane.Simulation.Results;

/// <summary>
/// A distribution of non-negative times in logarithmic bins of 0.5 % width from 1 ms to about two years, plus exact count, mean and maximum.
/// Records without allocating; quantiles are right to 0.25 %. Distributions of several runs can be added up.
/// </summary>
public sealed class Distribution
{
    private const double LeastS = 1e-3;
    private const int Bins = 5000;
    private static readonly double LogWidth = Math.Log(1.005);
    private readonly int[] _counts = new int[Bins];
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Values recorded.</summary>
    public long Count { get; private set; }

    /// <summary>Greatest value; 0 if there is none.</summary>
    public double Max { get; private set; }

    /// <summary>Mean; NaN if there is no value.</summary>
    public double Mean => Count == 0 ? double.NaN : _sum / Count;

    /// <summary>Standard deviation (population); NaN if there is no value.</summary>
    public double StandardDeviation => Count == 0 ? double.NaN : Math.Sqrt(Math.Max(0, _sumOfSquares / Count - Mean * Mean));

    /// <summary>Records a value.</summary>
    /// <param name="seconds">Value, ≥ 0; below 1 ms it counts as zero in quantiles.</param>
    public void Record(double seconds)
    {
        Count++;
        _sum += seconds;
        _sumOfSquares += seconds * seconds;
        Max = Math.Max(Max, seconds);
        _counts[Bin(seconds)]++;
    }

    /// <summary>Adds the values of another distribution.</summary>
    /// <param name="other">The other.</param>
    public void Add(Distribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        _sum += other._sum;
        _sumOfSquares += other._sumOfSquares;
        Max = Math.Max(Max, other.Max);
        for (var i = 0; i < Bins; i++)
            _counts[i] += other._counts[i];
    }

    /// <summary>The value below which a share of all values lies.</summary>
    /// <param name="share">Share, 0..1.</param>
    /// <returns>The middle of the bin; 0 for the bin below 1 ms; NaN if there is no value.</returns>
    public double Quantile(double share)
    {
        if (Count == 0)
            return double.NaN;
        var rank = (long)Math.Ceiling(share * Count);
        long seen = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            seen += _counts[bin];
            if (seen >= rank && seen > 0)
                return Math.Min(Max, Middle(bin));
        }

        return Max;
    }

    /// <summary>The non-empty bins as (upper edge in seconds, share of values at or below it), ascending: an empirical CDF.</summary>
    public IEnumerable<(double Seconds, double Share)> Cumulative()
    {
        long seen = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_counts[bin] == 0)
                continue;
            seen += _counts[bin];
            yield return (Edge(bin), (double)seen / Count);
        }
    }

    // Bin 0 holds everything below 1 ms.
    private static int Bin(double seconds) =>
        seconds < LeastS ? 0 : Math.Min(Bins - 1, 1 + (int)(Math.Log(seconds / LeastS) / LogWidth));

    private static double Edge(int bin) => LeastS * Math.Exp(bin * LogWidth);

    private static double Middle(int bin) => bin == 0 ? 0 : LeastS * Math.Exp((bin - 0.5) * LogWidth);
}
