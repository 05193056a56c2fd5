namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Slot">Its style slot, 0 or more (see <see cref="PolicyPalette"/>).</param>
/// <param name="X">x values, finite and not decreasing.</param>
/// <param name="Y">y values, as many; NaN is a gap and is drawn as one.</param>
public sealed record LineSeries(string Name, int Slot, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Lower edge of a shaded band (a confidence interval), as many values as Y, or null.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>Upper edge of the shaded band, as many values as Y, or null.</summary>
    public IReadOnlyList<double>? High { get; init; }

    /// <summary>True for a line in the background: thin, without markers, and in no legend.</summary>
    public bool IsThin { get; init; }

    /// <exception cref="ArgumentException">Lengths differ, or x is not finite and increasing; the message names the series and the index.</exception>
    internal void Check()
    {
        if (X.Count != Y.Count) throw new ArgumentException($"Series '{Name}': {X.Count} x values but {Y.Count} y values.");
        if (Low is null != High is null) throw new ArgumentException($"Series '{Name}': a band needs both Low and High.");
        if (Low is not null && (Low.Count != X.Count || High!.Count != X.Count))
            throw new ArgumentException($"Series '{Name}': {X.Count} x values but a band of {Low.Count} and {High!.Count} values.");
        for (var i = 0; i < X.Count; i++)
        {
            if (!double.IsFinite(X[i]) || (i > 0 && X[i] < X[i - 1]))
                throw new ArgumentException($"Series '{Name}': x[{i}] = {X[i]:R} must be finite and not below the value before it.");
        }
    }
}
