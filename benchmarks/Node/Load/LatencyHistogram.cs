using System.Numerics;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>Counts latencies in classes 1.6 % wide: microseconds to hours in some kilobytes, for any number of threads.</summary>
internal sealed class LatencyHistogram
{
    // Classes in each power of two.
    private const int Bits = 6;
    private readonly long[] _counts = new long[(64 - Bits + 1) << Bits];
    private long _greatestUs;

    /// <summary>Number of latencies.</summary>
    public long Count => _counts.Sum();

    /// <summary>Adds one.</summary>
    /// <param name="latency">The latency.</param>
    public void Add(TimeSpan latency)
    {
        var us = Math.Max(0, (long)latency.TotalMicroseconds);
        Interlocked.Increment(ref _counts[ClassOf(us)]);
        for (var seen = Volatile.Read(ref _greatestUs); us > seen;)
            seen = Interlocked.CompareExchange(ref _greatestUs, us, seen);
    }

    /// <summary>A quantile, ms; the longest for 1.</summary>
    /// <param name="share">0 to 1.</param>
    public double QuantileMs(double share)
    {
        var (left, count) = ((long)(share * Count), 0L);
        for (var i = 0; i < _counts.Length; i++)
        {
            count += _counts[i];
            if (count > left)
                return Math.Min(LeastUs(i + 1), _greatestUs) / 1e3;
        }

        return _greatestUs / 1e3;
    }

    private static int ClassOf(long us)
    {
        var shift = Math.Max(0, 63 - BitOperations.LeadingZeroCount((ulong)us | 1) - Bits);
        return (shift << Bits) + (int)(us >> shift);
    }

    private static long LeastUs(int index)
    {
        var shift = Math.Max(0, (index >> Bits) - 1);
        return (long)(index - (shift << Bits)) << shift;
    }
}
