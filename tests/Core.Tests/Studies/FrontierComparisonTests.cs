using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Studies;

public sealed class FrontierComparisonTests
{
    [Fact]
    public void No_policy_ever_lies_below_the_frontier()
    {
        var count = TestScale.Pick(40, 400);
        for (var seed = 0; seed < count; seed++)
        {
            var policy = PolicyCatalog.WithoutRates[seed % PolicyCatalog.WithoutRates.Count];
            var scenario = TestFleets.Small(ratePerS: 0.005 + 0.002 * (seed % 11));
            if (seed % 3 == 0)
                scenario = scenario with { Events = [new ScenarioEvent(5_000, ScenarioEventKind.LoseSite, seed % 2), new ScenarioEvent(9_000, ScenarioEventKind.RecoverSite, seed % 2)] };
            var run = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy.Name)), seed);
            var frontier = FrontierComparison.Of(scenario, run);
            Assert.True(run.JoulesPerUnit >= frontier.JoulesPerUnit * (1 - 1e-9), $"{policy.Name}, seed {seed}: {run.JoulesPerUnit} < {frontier.JoulesPerUnit}");
        }
    }

    // With thousands of jobs: of few more may by chance come while sites are at their best.
    [Theory]
    [InlineData("fluid")]
    [InlineData("least-energy")]
    [InlineData("masked-uniform")]
    public void No_policy_lies_below_the_frontier_of_sites_that_drift(string policy)
    {
        var scenario = PaperFleet.Independent with
        {
            HorizonS = 86_400,
            Drift = [new SiteDrift(7, [new DriftChange(10_000, 60_000, new(1.4, 1.1))]), new SiteDrift(6, [new DriftChange(43_000, 0, new(0.8, 0.9))], new DriftWalk(0.2, 0.2))],
        };
        var run = Simulator.Run(scenario, new PolicySpec(policy), 2);
        Assert.True(run.JoulesPerUnit > FrontierComparison.Of(scenario, run).JoulesPerUnit, $"{run.JoulesPerUnit} J/unit");
    }

    [Fact]
    public void The_frontier_of_sites_that_drift_is_that_of_their_tables_where_they_do_not()
    {
        var scenario = PaperFleet.Independent with { HorizonS = 43_200 };
        var run = Simulator.Run(scenario, new PolicySpec("masked-uniform"), 1);
        var still = scenario with { Drift = [new SiteDrift(0, [new DriftChange(0, 0, new(1, 1))])] };
        Assert.Equal(1, FrontierComparison.JoulesPerUnit(still, run) / FrontierComparison.JoulesPerUnit(scenario, run), 1e-5);
        var dear = scenario with { Drift = [.. Enumerable.Range(0, 8).Select(site => new SiteDrift(site, [new DriftChange(0, 0, new(1, 1.25))]))] };
        Assert.InRange(FrontierComparison.JoulesPerUnit(dear, run) / FrontierComparison.JoulesPerUnit(scenario, run), 1.15, 1.25);
    }

    [Fact]
    public void Service_time_at_the_same_energy_lies_on_the_curve()
    {
        var run = Simulator.Run(PaperFleet.Independent with { HorizonS = 86_400 }, new PolicySpec("masked-uniform"), 1);
        var frontier = FrontierComparison.Of(PaperFleet.Independent, run);
        Assert.InRange(frontier.ServiceAtSameEnergyS, frontier.FastestServiceS, run.WorkServiceS);
        var right = frontier.Curve.First(p => p.ServiceS >= frontier.ServiceAtSameEnergyS);
        var left = frontier.Curve.Last(p => p.ServiceS <= frontier.ServiceAtSameEnergyS);
        Assert.InRange(run.JoulesPerUnit, right.JoulesPerUnit, left.JoulesPerUnit);
    }
}
