using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>A figure of a run as tables, CSV and JSON show it.</summary>
/// <param name="Name">Name in CSV and JSON, with the unit: lower case and underscores.</param>
/// <param name="Title">Heading of the column.</param>
/// <param name="Unit">Unit as shown; empty if it has none.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Better">-1 when less is better, 1 when more is, 0 when neither.</param>
/// <param name="Summary">What it is, one line.</param>
/// <param name="Value">Reads it from a run; NaN when the run does not have it.</param>
public sealed record Metric(
    string Name, string Title, string Unit, int Decimals, int Better, string Summary, Func<RunResult, double> Value);
