using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario file says about itself.</summary>
/// <param name="Name">The name under which the catalogue finds it.</param>
/// <param name="Title">Its heading; the name if it has none.</param>
/// <param name="Description">What it shows; may be empty.</param>
public sealed record ScenarioSummary(string Name, string Title, string Description)
{
    /// <summary>Reads a file without its includes.</summary>
    /// <param name="name">Name in the catalogue.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its text.</param>
    internal static ScenarioSummary Read(string name, string path, string text)
    {
        var root = YamlTreeReader.Read(path, text);
        return new ScenarioSummary(name, Text(root, RootFields.Title.Name) ?? name, Text(root, RootFields.Description.Name) ?? "");
    }

    private static string? Text(YamlMapping root, string key) =>
        root.TryGet(key, out var value) && value is YamlScalar scalar ? scalar.Text.Trim() : null;
}
