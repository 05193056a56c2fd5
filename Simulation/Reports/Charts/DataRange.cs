namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Collects the finite values that an axis must cover; the ones a logarithmic axis cannot show are counted, not dropped.</summary>
internal sealed class DataRange(Axis axis)
{
    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;

    /// <summary>How many finite values of 0 or less were met on a logarithmic axis.</summary>
    public int OffLogAxis { get; private set; }

    /// <summary>True when nothing was collected.</summary>
    public bool IsEmpty => _low > _high;

    public void Add(double value)
    {
        if (!double.IsFinite(value)) return;
        if (axis.IsLog && value <= 0)
        {
            OffLogAxis++;
            return;
        }
        _low = Math.Min(_low, value);
        _high = Math.Max(_high, value);
    }

    public void Add(IEnumerable<double> values)
    {
        foreach (var value in values) Add(value);
    }

    /// <summary>
    /// The limits of the axis: explicit ones win; otherwise the data, widened where it is a single value and,
    /// if <paramref name="roundOut"/>, rounded outwards to ticks.
    /// </summary>
    public (double Low, double High) Limits(int maxSteps, bool roundOut)
    {
        var (low, high) = IsEmpty ? (axis.IsLog ? 1 : 0, axis.IsLog ? 10 : 1) : (_low, _high);
        if (axis is { FromZero: true, IsLog: false }) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        // A span that double precision hardly resolves is a single value to the reader.
        if (high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) (low, high) = Widen(low);
        if (roundOut) (low, high) = RoundOut(low, high, maxSteps);
        low = axis.Low ?? low;
        high = axis.High ?? high;
        return low < high ? (low, high) : Widen(Math.Min(low, high));
    }

    private (double Low, double High) Widen(double value)
    {
        if (axis.IsLog) return (value / 2, value * 2);
        if (axis.FromZero && value == 0) return (0, 1);
        var margin = value == 0 ? 1 : Math.Abs(value) * 0.1;
        return (value - margin, value + margin);
    }

    private (double Low, double High) RoundOut(double low, double high, int maxSteps)
    {
        if (axis.Kind == AxisKind.Log && high / low >= 20) return (Math.Pow(10, Math.Floor(Math.Log10(low) + 1e-9)), Math.Pow(10, Math.Ceiling(Math.Log10(high) - 1e-9)));
        if (axis.IsLog) return (low / 1.05, high * 1.05);
        return axis.Kind == AxisKind.Time ? (low, high) : NiceTicks.Expand(low, high, maxSteps);
    }
}
