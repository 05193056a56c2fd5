namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Maps the values of one axis to positions of the drawing, linearly or logarithmically.</summary>
public sealed class Scale
{
    private readonly double _from;
    private readonly double _factor;

    /// <summary>A scale that maps <paramref name="low"/> to <paramref name="start"/> and <paramref name="high"/> to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limits are not finite and increasing, or not positive on a logarithmic axis.</exception>
    public Scale(bool isLog, double low, double high, double start, double end)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high || (isLog && low <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(low), $"Axis limits {low:R} to {high:R}: they must be finite and increasing"
                + (isLog ? ", and above 0 on a logarithmic axis." : "."));
        }
        (IsLog, Low, High, Start, End) = (isLog, low, high, start, end);
        _from = isLog ? Math.Log(low) : low;
        _factor = (end - start) / ((isLog ? Math.Log(high) : high) - _from);
    }

    /// <summary>True for a logarithmic scale.</summary>
    public bool IsLog { get; }

    /// <summary>Lower limit, data units.</summary>
    public double Low { get; }

    /// <summary>Upper limit, data units.</summary>
    public double High { get; }

    /// <summary>Position of the lower limit.</summary>
    public double Start { get; }

    /// <summary>Position of the upper limit.</summary>
    public double End { get; }

    /// <summary>The position of a value; NaN for what has no place: NaN itself, and 0 or less on a logarithmic scale.</summary>
    public double Map(double value) =>
        IsLog && value <= 0 ? double.NaN : Start + (((IsLog ? Math.Log(value) : value) - _from) * _factor);

    /// <summary>The value at a position.</summary>
    public double Invert(double position)
    {
        var inner = _from + ((position - Start) / _factor);
        return IsLog ? Math.Exp(inner) : inner;
    }
}
