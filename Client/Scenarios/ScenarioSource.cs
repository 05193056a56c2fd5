using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Scenarios;

/// <summary>The scenarios shipped beside the program, and files.</summary>
internal sealed class ScenarioSource : IScenarioSource
{
    private readonly ScenarioCatalog _catalog = ScenarioCatalog.Shipped;

    public IReadOnlyList<string> Names => _catalog.Names;

    public string TitleOf(string name) => _catalog.Describe(name).Title;

    /// <inheritdoc/>
    public Scenario Load(string nameOrPath)
    {
        var path = Find(nameOrPath, () => Names);
        return ScenarioCatalog.KindOf(path) == ScenarioKind.Generation
            ? throw new InputException($"'{nameOrPath}' is a day of generation: run it with 'controlplane aigc {nameOrPath}'")
            : ScenarioReader.Read(path);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> GenerationNames => _catalog.GenerationNames;

    /// <inheritdoc/>
    public bool IsGeneration(string nameOrPath) => _catalog.TryFind(nameOrPath) is { } path && ScenarioCatalog.KindOf(path) == ScenarioKind.Generation;

    /// <inheritdoc/>
    public GenerationDays LoadGeneration(string nameOrPath, string? signalFolder = null)
    {
        var path = Find(nameOrPath, () => GenerationNames);
        return path != nameOrPath && ScenarioCatalog.KindOf(path) == ScenarioKind.Fleet
            ? throw new InputException($"'{nameOrPath}' is a fleet of data centres: run it with 'controlplane simulate {nameOrPath}'")
            : GenerationReader.Read(path, signalFolder);
    }

    private string Find(string nameOrPath, Func<IReadOnlyList<string>> names) =>
        _catalog.TryFind(nameOrPath) ?? throw new InputException($"there is no scenario and no file '{nameOrPath}'{Nearest.Hint(nameOrPath, names())} ('controlplane scenarios' lists them)");
}
