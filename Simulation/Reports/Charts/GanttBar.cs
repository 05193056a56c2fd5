namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>One bar of a <see cref="GanttChart"/>.</summary>
/// <param name="Name">What it is called; stands in the bar where it fits.</param>
/// <param name="From">Where it begins on the time axis.</param>
/// <param name="To">Where it ends, after the beginning.</param>
/// <param name="Note">What else its tooltip says, and the bar where there is room.</param>
public sealed record GanttBar(string Name, double From, double To, string Note = "");
