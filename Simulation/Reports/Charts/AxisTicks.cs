namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Chooses ticks by the kind of an axis.</summary>
internal static class AxisTicks
{
    /// <summary>The ticks and the unit of their labels (empty where every label names its own).</summary>
    public static (IReadOnlyList<Tick> Ticks, string Unit) Choose(Axis axis, double low, double high, int maxSteps) => axis.Kind switch
    {
        AxisKind.Log => (LogTicks.Numbers(low, high, maxSteps, axis.Format), axis.Unit),
        AxisKind.LogTime => (LogTicks.Durations(low, high, maxSteps), ""),
        AxisKind.Time => TimeTicks.Linear(low, high, maxSteps),
        _ => (NiceTicks.Linear(low, high, maxSteps, axis.Format), axis.Unit),
    };

    /// <summary>The title of an axis: label and unit in parentheses.</summary>
    public static string Title(Axis axis, string unit) =>
        unit.Length == 0 || axis.Format == ValueFormat.Percent ? axis.Label : axis.Label + " (" + unit + ")";
}
