namespace ControlPlane.Policies.Published;

/// <summary>The service times of the last 2 048 jobs of the whole fleet, kept in order.</summary>
public sealed class ServiceTimes
{
    private const int Capacity = 2048;
    private const int FewestForQuantile = 5;
    private const double Share = 0.99;
    private readonly double[] _newest = new double[Capacity];
    private readonly double[] _ordered = new double[Capacity];
    private int _count;
    private int _next;

    /// <summary>Adds a service time; the oldest makes room.</summary>
    /// <param name="seconds">The service time.</param>
    public void Add(double seconds)
    {
        if (_count == Capacity)
            Remove(_newest[_next]);
        var place = Array.BinarySearch(_ordered, 0, _count, seconds);
        place = place < 0 ? ~place : place;
        Array.Copy(_ordered, place, _ordered, place + 1, _count++ - place);
        _ordered[place] = seconds;
        _newest[_next] = seconds;
        _next = (_next + 1) % Capacity;
    }

    /// <summary>The 99th percentile, linear between neighbours as NumPy has it; null while there are fewer than five.</summary>
    public double? P99()
    {
        if (_count < FewestForQuantile)
            return null;
        var place = Share * (_count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, _count - 1);
        return _ordered[below] + (place - below) * (_ordered[above] - _ordered[below]);
    }

    private void Remove(double seconds)
    {
        var place = Array.BinarySearch(_ordered, 0, _count, seconds);
        Array.Copy(_ordered, place + 1, _ordered, place, --_count - place);
    }
}
