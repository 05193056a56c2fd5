using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>Tells what a scenario file describes, by the key <c>kind</c> of its root.</summary>
internal static class ScenarioKinds
{
    /// <summary>The key.</summary>
    public const string Key = "kind";

    /// <summary>The word for a fleet.</summary>
    public const string Fleet = "fleet";

    /// <summary>The word for a day of generation.</summary>
    public const string Generation = "generation";

    /// <summary>What a file says of itself.</summary>
    /// <param name="root">Its root, includes merged or not.</param>
    public static ScenarioKind Of(YamlMapping root) =>
        root.TryGet(Key, out var value) && value is YamlScalar { Text: Generation } ? ScenarioKind.Generation : ScenarioKind.Fleet;
}
