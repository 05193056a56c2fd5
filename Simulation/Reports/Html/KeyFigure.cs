namespace ControlPlane.Simulation.Reports.Html;

/// <summary>One card of the strip at the head of a report.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The formatted value.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Note">What to compare it with, or empty.</param>
public sealed record KeyFigure(string Label, string Value, string Unit = "", string Note = "");
