namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="BoxRowChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The axis of the values, linear or logarithmic.</param>
/// <param name="Rows">The rows, from top to bottom.</param>
public sealed record BoxRowChartData(string Title, string Description, Axis X, IReadOnlyList<BoxRow> Rows);
