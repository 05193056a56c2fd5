namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>How values lie along an axis and how its ticks are chosen.</summary>
public enum AxisKind
{
    /// <summary>Linear, with ticks at 1, 2 or 5 times a power of ten.</summary>
    Linear,

    /// <summary>Logarithmic, with ticks at powers of ten.</summary>
    Log,

    /// <summary>Linear in seconds; shown in days, hours, minutes or seconds, whichever suits the span.</summary>
    Time,

    /// <summary>Logarithmic in seconds, with ticks at 1 s, 1 min, 1 h, 1 d and between them.</summary>
    LogTime,
}
