namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>A labelled horizontal line: a limit, a capacity, a target.</summary>
/// <param name="Y">Where it lies, in units of the y axis; the axis covers it.</param>
/// <param name="Label">What it is.</param>
public sealed record ReferenceLine(double Y, string Label);
