using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests;

/// <summary>Scenarios made in code: the paper's fleet in both modes, and one with events. Anything else is read from a file.</summary>
internal sealed class TestScenarios : IScenarioSource
{
    public IReadOnlyList<string> Names => ["paper", "paper-independent", "lost-site"];

    public string TitleOf(string name) => GenerationNames.Contains(name) ? new ScenarioSource().TitleOf(name) : Load(name).Title;

    public Scenario Load(string nameOrPath) => nameOrPath switch
    {
        "paper" => PaperFleet.Week(RandomMode.Published) with { Name = "paper", Title = "The published week" },
        "paper-independent" => PaperFleet.Week(RandomMode.Independent) with { Name = "paper-independent", Title = "Independent streams" },
        "lost-site" => PaperFleet.Week(RandomMode.Independent) with
        {
            Name = "lost-site",
            Title = "A site is lost",
            HorizonS = 7200,
            Events = [new ScenarioEvent(600, ScenarioEventKind.LoseSite, 7), new ScenarioEvent(5400, ScenarioEventKind.RecoverSite, 7)],
        },
        _ when nameOrPath.EndsWith(".yaml", StringComparison.Ordinal) => ScenarioReader.Read(nameOrPath),
        _ => throw new InputException($"there is no scenario '{nameOrPath}'{Nearest.Hint(nameOrPath, Names)}"),
    };

    public IReadOnlyList<string> GenerationNames => new ScenarioSource().GenerationNames;

    public GenerationDays LoadGeneration(string nameOrPath, string? signalFolder = null) => new ScenarioSource().LoadGeneration(nameOrPath, signalFolder);
}
