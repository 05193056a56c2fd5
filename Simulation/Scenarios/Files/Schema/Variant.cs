namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A checked mapping of one of several varieties.</summary>
/// <param name="Word">Which variety.</param>
/// <param name="Section">Its values.</param>
internal sealed record Variant(string Word, Section Section);
