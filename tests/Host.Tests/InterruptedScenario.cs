using ControlPlane.Client.Scenarios;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests;

/// <summary>The paper's week; someone presses Ctrl-C when the job of a given number arrives.</summary>
internal sealed class InterruptedScenario(CancellationTokenSource source, int at = 20_000) : IScenarioSource
{
    public IReadOnlyList<string> Names => ["interrupted"];

    public string TitleOf(string name) => name;

    public Scenario Load(string nameOrPath)
    {
        var week = PaperFleet.Week(RandomMode.Independent);
        var sizes = new InterruptingSize(source, at);
        return week with { Workloads = [.. week.Workloads.Select(w => w with { Sizes = sizes })] };
    }

    public IReadOnlyList<string> GenerationNames => [];

    public GenerationDays LoadGeneration(string nameOrPath, string? signalFolder = null) => throw new NotSupportedException();
}
