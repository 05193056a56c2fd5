namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One quantitative axis. Without explicit limits it covers the data and is rounded outwards to ticks.</summary>
/// <param name="Label">What is measured, without the unit: "service time".</param>
/// <param name="Unit">The unit ("kW"), or empty for a pure number. Time axes name their own unit.</param>
/// <param name="Kind">Linear, logarithmic, or a time axis in seconds.</param>
public sealed record Axis(string Label, string Unit = "", AxisKind Kind = AxisKind.Linear)
{
    /// <summary>The lower limit, or null to take it from the data. Must be positive on a logarithmic axis.</summary>
    public double? Low { get; init; }

    /// <summary>The upper limit, or null to take it from the data.</summary>
    public double? High { get; init; }

    /// <summary>True to let a linear axis start at zero even where the data does not.</summary>
    public bool FromZero { get; init; }

    /// <summary>How tick labels and values are written; time axes write durations.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>True on a logarithmic axis: values of 0 or less have no place on it.</summary>
    public bool IsLog => Kind is AxisKind.Log or AxisKind.LogTime;

    /// <summary>True where values are seconds.</summary>
    public bool IsTime => Kind is AxisKind.Time or AxisKind.LogTime;

    /// <summary>One value without its unit, for places beside an axis that names it; durations and percentages keep theirs.</summary>
    public string SayBare(double value, int digits = 3) =>
        IsTime || Format == ValueFormat.Percent ? Say(value, digits) : NumberFormat.Significant(value, digits);

    /// <summary>One value of this axis as a reader would say it, with its unit.</summary>
    public string Say(double value, int digits = 3)
    {
        if (IsTime) return NumberFormat.Duration(value);
        if (Format == ValueFormat.Percent) return NumberFormat.Significant(value * 100, digits) + NumberFormat.UnitSpace + "%";
        var number = NumberFormat.Significant(value, digits);
        return Unit.Length == 0 ? number : number + NumberFormat.UnitSpace + Unit;
    }
}
