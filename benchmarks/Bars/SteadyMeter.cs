namespace ControlPlane.Benchmarks.Bars;

/// <summary>
/// Bytes allocated in the middle of a run, in intervals between two calls of its progress handler. Storage that doubles because more jobs than
/// ever run or wait at once shows as a single interval; anything that happens again and again shows in many.
/// </summary>
internal sealed class SteadyMeter
{
    // The engine calls back once per this many events.
    private const int EventsPerCall = 8192;
    private const double From = 0.4;
    private const double To = 0.9;
    private readonly List<long> _bytes = new(1024);
    private long _lastBytes = -1;

    /// <summary>Bytes per event over all intervals.</summary>
    public double BytesPerEvent => _bytes.Sum() / ((double)_bytes.Count * EventsPerCall);

    /// <summary>Share of intervals in which something was allocated.</summary>
    public double AllocatingShare => _bytes.Count(b => b > 0) / (double)_bytes.Count;

    public void Observe(double share)
    {
        if (share is < From or > To)
            return;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        if (_lastBytes >= 0)
            _bytes.Add(bytes - _lastBytes);
        _lastBytes = bytes;
    }
}
