using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies;

/// <summary>Policies with a budget where GPUs are scarce, and where reports are old.</summary>
public sealed class ScarceCapacityTests
{
    // The most that the paper's fleet can carry, units/s: all GPUs, each with a job of its own at its highest clock.
    private static readonly double MostUnitsPerS =
        Enumerable.Range(0, 8).Sum(s => PaperFleet.Independent.Fleet.Sites[s].GpuCount / PaperFleet.Independent.Fleet.Tables[s].SecondsPerUnit(new(1, 7)));

    [Theory]
    [InlineData("fluid", "1250")]
    [InlineData("fluid", "none")]
    [InlineData("time-price", "1250")]
    [InlineData("time-price", "none")]
    [InlineData("chsac", "1250")]
    [InlineData("chsac", "none")]
    public void Nothing_stands_in_a_queue_at_95_percent_of_what_the_fleet_can_carry(string name, string budget)
    {
        var run = Run(At(0.95), name, budget);
        Assert.True(run.QueueByDay[^1] < 150, $"{run.QueueByDay[^1]} jobs wait at the end");
        Assert.InRange(run.WaitS.Mean, 0, 240);
    }

    [Fact]
    public void A_rule_that_wastes_capacity_drowns_there() =>
        Assert.True(Simulator.Run(At(0.95), new PolicySpec("least-energy"), 1).QueueByDay[^1] > 5_000);

    [Theory]
    [InlineData("fluid")]
    [InlineData("time-price")]
    [InlineData("chsac")]
    public void Where_reports_are_old_a_policy_counts_what_it_sent_itself(string name)
    {
        var run = Run(PaperFleet.Independent with { HorizonS = 86_400, Load = 1.5, StatusEveryS = 300 }, name, "1000");
        Assert.InRange(run.WorkServiceS, 990, 1010);
        Assert.InRange(run.WaitS.Mean, 0, 1);
    }

    [Fact]
    public void What_holds_gpus_for_the_least_time_is_one_gpu_at_its_highest_clock()
    {
        Assert.Equal(new(1, 1), TestFleets.Site("s", 4).MakeTable().LeastGpuSeconds());
        Assert.All(PaperFleet.Independent.Fleet.Tables, table => Assert.Equal(new(1, 7), table.LeastGpuSeconds()));
    }

    private static Scenario At(double share) =>
        PaperFleet.Independent with { HorizonS = 86_400, Load = share * MostUnitsPerS / OfferedLoad.Of(PaperFleet.Independent).UnitsPerS };

    private static RunResult Run(Scenario scenario, string name, string budget) =>
        Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(name, new Dictionary<string, string> { ["budget"] = budget })), 1);
}
