namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Something that happened at a place of the x axis and is marked by a vertical line, or by a shaded interval.</summary>
/// <param name="X">When it began, in units of the x axis.</param>
/// <param name="Label">What happened, in a few words.</param>
/// <param name="EndX">When it ended, or null for an instant.</param>
public sealed record EventMarker(double X, string Label, double? EndX = null);
