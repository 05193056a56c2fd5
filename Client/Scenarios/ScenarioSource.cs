using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Scenarios;

/// <summary>The scenarios shipped beside the program, and files.</summary>
internal sealed class ScenarioSource : IScenarioSource
{
    private readonly ScenarioCatalog _catalog = ScenarioCatalog.Shipped;

    public IReadOnlyList<string> Names => _catalog.Names;

    public string TitleOf(string name) => _catalog.Describe(name).Title;

    public Scenario Load(string nameOrPath)
    {
        if (!File.Exists(nameOrPath) && !Names.Contains(nameOrPath))
            throw new InputException($"there is no scenario and no file '{nameOrPath}'{Nearest.Hint(nameOrPath, Names)} ('controlplane scenarios' lists them)");
        return ScenarioReader.Read(_catalog.Find(nameOrPath));
    }
}
