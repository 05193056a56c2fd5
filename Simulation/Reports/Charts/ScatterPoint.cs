namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One labelled point of a <see cref="ScatterWithCurve"/>, with optional confidence limits in both directions (NaN: none).</summary>
/// <param name="Name">Its label.</param>
/// <param name="Slot">Its style slot, 0 or more.</param>
/// <param name="X">Horizontal value.</param>
/// <param name="Y">Vertical value.</param>
public sealed record ScatterPoint(string Name, int Slot, double X, double Y)
{
    /// <summary>True to draw a dashed ring instead of the marker of the slot: the point does not compare with the others.</summary>
    public bool IsHollow { get; init; }

    /// <summary>Lower limit of x.</summary>
    public double XLow { get; init; } = double.NaN;

    /// <summary>Upper limit of x.</summary>
    public double XHigh { get; init; } = double.NaN;

    /// <summary>Lower limit of y.</summary>
    public double YLow { get; init; } = double.NaN;

    /// <summary>Upper limit of y.</summary>
    public double YHigh { get; init; } = double.NaN;
}
