using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A policy as a file names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record PolicyEntry(YamlScalar Name, IReadOnlyList<(YamlScalar Key, YamlScalar Value)> Settings);
