namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One mark of an axis.</summary>
/// <param name="Value">Where it is, in data units.</param>
/// <param name="Label">What is written there; empty for a minor tick.</param>
public readonly record struct Tick(double Value, string Label);
