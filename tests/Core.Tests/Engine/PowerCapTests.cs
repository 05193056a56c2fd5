using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies.Capping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>A cap on the power of the fleet.</summary>
public sealed class PowerCapTests
{
    private const double Tight = 1_600;

    [Theory]
    [InlineData(CappingMode.Uniform)]
    [InlineData(CappingMode.Greedy)]
    public void The_fleet_stays_below_the_cap_while_clocks_can_be_lowered(CappingMode mode)
    {
        var free = Run(null);
        var capped = Run(new PowerCap(Tight, mode, 20));
        Assert.True(free.Series.PowerW.Max() > Tight * 1.1);
        Assert.True(capped.Series.PowerW.Max() <= Tight * 1.000001);
        Assert.Equal(0, capped.PowerCap!.AboveS);
        Assert.InRange(capped.PowerCap.PeakW, Tight * 0.8, Tight * 1.000001);
        Assert.True(capped.PowerCap.Reclocks > 10);
    }

    [Fact]
    public void A_cap_that_is_never_reached_changes_nothing()
    {
        var free = Run(null);
        var capped = Run(new PowerCap(1e6, CappingMode.Greedy, 20));
        Assert.Equal(free.EventLogHash, capped.EventLogHash);
        Assert.Equal(0, capped.PowerCap!.Reclocks);
    }

    [Fact]
    public void A_cap_below_what_the_lowest_clocks_need_is_told()
    {
        var capped = Run(new PowerCap(600, CappingMode.Greedy, 20));
        Assert.True(capped.PowerCap!.AboveS > 0);
        Assert.True(capped.PowerCap.PeakW > 600);
    }

    [Fact]
    public void Clocks_are_given_back_when_there_is_room()
    {
        var log = new Log();
        Run(new PowerCap(Tight, CappingMode.Greedy, 20), log);
        Assert.Contains(log.Levels, l => l == 0);
        Assert.Contains(log.Levels, l => l == 1);
    }

    [Fact]
    public void No_work_is_lost_by_another_clock()
    {
        var capped = Run(new PowerCap(Tight, CappingMode.Uniform, 20));
        Assert.Equal(0, capped.Sites.Sum(s => s.LostUnits));
        Assert.Equal(0, capped.Interruptions);
    }

    // One job saves 40 W for 0.2 units/s, another 30 W for 0.1 units/s: the second is the better bargain, the first the bigger step.
    [Fact]
    public void Greedy_takes_the_step_that_saves_most_for_the_speed_it_costs()
    {
        var tables = TestFleets.Small().Fleet.Tables;
        CappedRun[] runs = [new(new(1), 0, 0, new(2, 1)), new(new(2), 2, 0, new(4, 1))];
        var ratios = runs.Select(r => Saved(tables[r.Site], r.Allocation)).ToArray();
        var expected = ratios[0] > ratios[1] ? 0 : 2;
        var power = runs.Sum(r => tables[r.Site].PowerW(r.Allocation));
        var change = Assert.Single(new PowerCapper(tables, power - 1, CappingMode.Greedy).Plan(runs, power, mayRaise: false));
        Assert.Equal(expected, change.Site);
        Assert.Equal(0, change.ClockLevel);
    }

    [Fact]
    public void Uniform_lowers_all_jobs_of_a_site_together()
    {
        var tables = TestFleets.Small().Fleet.Tables;
        CappedRun[] runs = [new(new(1), 0, 0, new(2, 1)), new(new(2), 0, 1, new(1, 1)), new(new(3), 2, 0, new(1, 1))];
        var power = runs.Sum(r => tables[r.Site].PowerW(r.Allocation));
        var changes = new PowerCapper(tables, power - 1, CappingMode.Uniform).Plan(runs, power, mayRaise: false);
        Assert.Equal([new ClockChange(0, 0, 0), new ClockChange(0, 1, 0)], changes);
    }

    private static double Saved(OperatingTable table, Allocation a)
    {
        var low = a with { ClockLevel = 0 };
        return (table.PowerW(a) - table.PowerW(low)) / (1 / table.SecondsPerUnit(a) - 1 / table.SecondsPerUnit(low));
    }

    private static RunResult Run(PowerCap? cap, IEventSink? sink = null) => Simulator.Run(
        TestFleets.Small(ratePerS: 0.03) with { PowerCap = cap },
        new PolicySpec("least-loaded", new Dictionary<string, string> { ["clock"] = "max" }),
        5,
        new RunOptions { Audit = true, Sink = sink });

    private sealed class Log : IEventSink
    {
        public List<int> Levels { get; } = [];

        public void Record(in FleetEvent entry)
        {
            if (entry.Kind == FleetEventKind.Reclocked)
                Levels.Add(entry.Allocation.ClockLevel);
        }
    }
}
