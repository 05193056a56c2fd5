using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests;

/// <summary>The shipped scenarios of the published fleet, as the product reads them.</summary>
internal static class PaperFleet
{
    public static Scenario Published { get; } = Read("paper.yaml");

    public static Scenario Independent { get; } = Read("paper-independent.yaml");

    private static Scenario Read(string file) => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", file));
}
