namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>An event marker with the row of its label.</summary>
/// <param name="Event">The event.</param>
/// <param name="Row">Row of the label, 0 next to the plotting area.</param>
/// <param name="TextX">Where the label is anchored.</param>
/// <param name="Anchor">start or end.</param>
/// <param name="Text">The label, cut to the width of the plotting area.</param>
internal readonly record struct EventLane(EventMarker Event, int Row, double TextX, string Anchor, string Text);
