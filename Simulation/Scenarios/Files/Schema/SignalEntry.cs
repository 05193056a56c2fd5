using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A signal as a file gives it.</summary>
/// <param name="Node">Where it is written.</param>
/// <param name="Constant">The one value, in the base unit; null where the values change.</param>
/// <param name="Source">Where values come from; null for a constant.</param>
/// <param name="Hours">The values of the 24 hours of a day, in the base unit; empty for other sources.</param>
internal sealed record SignalEntry(YamlNode Node, double? Constant, Variant? Source, IReadOnlyList<double> Hours);
