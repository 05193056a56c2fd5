using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class ScenarioCatalogTests
{
    private static readonly ScenarioCatalog Catalog = new(Path.Combine(Repository.Root, "scenarios"));

    [Fact]
    public void A_shipped_scenario_is_found_by_its_name() => Assert.Equal(Repository.Scenario("paper"), Catalog.Find("paper"));

    [Fact]
    public void A_scenario_is_found_by_its_path() => Assert.Equal(Repository.Scenario("trace"), Catalog.Find(Repository.Scenario("trace")));

    [Theory]
    [InlineData("papre", "papre:1: there is no such file or shipped scenario; did you mean 'paper'?")]
    [InlineData("some/where/traces.yaml", "some/where/traces.yaml:1: there is no such file or shipped scenario; did you mean 'trace'?")]
    [InlineData("../paper", "../paper:1: there is no such file or shipped scenario; did you mean 'paper'?")]
    [InlineData("x", "shipped scenarios are drift, hundred-sites, lost-site, overload, paper, paper-independent, prices, small-sites, stale-status, swing, trace, aigc-day, aigc-hard, aigc-six, aigc-year")]
    public void An_unknown_scenario_is_refused_with_a_suggestion(string name, string message) =>
        Assert.EndsWith(message, Assert.Throws<ScenarioException>(() => Catalog.Find(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_is_absent_has_no_scenarios() => Assert.Empty(new ScenarioCatalog(Path.Combine(Repository.Root, "no-such-folder")).Names);
}
