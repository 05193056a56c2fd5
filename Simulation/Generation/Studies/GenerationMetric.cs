using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Simulation.Generation.Studies;

/// <summary>A figure of a day.</summary>
/// <param name="Name">Stable name for programs.</param>
/// <param name="Title">Heading of its column.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">Digits behind the point in tables.</param>
/// <param name="Better">+1 when more is better, −1 when less is, 0 when neither.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Value">Reads it.</param>
public sealed record GenerationMetric(string Name, string Title, string Unit, int Decimals, int Better, string Summary, Func<GenerationResult, double> Value);
