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
