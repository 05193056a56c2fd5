using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests;

/// <summary>The shipped scenario of the published week.</summary>
internal static class PaperFleet
{
    private static readonly Scenario Paper = ScenarioReader.Read(ScenarioCatalog.Shipped.Find("paper"));

    /// <summary>The published week.</summary>
    public static Scenario Week(RandomMode random) => Paper with { Random = random };
}
