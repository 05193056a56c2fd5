using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Planning.Frontier;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Telemetry;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies.Telemetry;

/// <summary>Tables of speed and power that completed runs correct.</summary>
public sealed class MeasuredTablesTests
{
    private static readonly Scenario Fleet = TestFleets.Small();
    private static readonly Allocation Two = new(2, 1);

    [Fact]
    public void Runs_as_the_table_says_correct_nothing_to_the_bit()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: true);
        for (var i = 0; i < 500; i++)
            Complete(tables, site: i % 3, time: 1 + (i % 2 == 0 ? 0.004 : -0.004), power: 1, nowS: 100 * i + 1);
        Assert.Equal(0, tables.Version);
        Assert.Equal(Fleet.Fleet.Tables[0].SecondsPerUnit(Two), tables.SecondsPerUnit(0, Two));
        Assert.Equal(Fleet.Fleet.JoulesAboveSleep(0, Two), tables.JoulesAboveSleep(0, Two));
        var problem = FleetFrontier.Problem(Fleet.Fleet, 1, 400);
        Assert.Same(problem, tables.Correct(problem));
    }

    [Fact]
    public void A_lasting_change_is_learned_for_its_own_site_alone()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: true);
        for (var i = 0; i < 400; i++)
            Complete(tables, site: 1, time: 1.3, power: 0.8, nowS: 30 * i + 1);
        Assert.InRange(tables[1].Time, 1.28, 1.31);
        Assert.InRange(tables[1].Power, 0.79, 0.82);
        Assert.Equal(TableFactors.None, tables[0]);
        Assert.Equal(Fleet.Fleet.Tables[1].JoulesPerUnit(Two) * tables[1].Time * tables[1].Power, tables.JoulesPerUnit(1, Two), 9);
        var corrected = tables.Correct(FleetFrontier.Problem(Fleet.Fleet, 1, 400)).Sites[1].Points[3];
        Assert.Equal(tables.SecondsPerUnit(1, new(corrected.Gpus, corrected.ClockLevel)), corrected.SecondsPerUnit, 12);
        Assert.Contains("time x 1.2", Assert.Single(tables.Notes(12_000)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_is_averaged_out_and_a_single_outlier_moves_little()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: true);
        var random = new RandomStream(5, "noise");
        for (var i = 0; i < 400; i++)
            Complete(tables, site: 0, time: 1.2 * Math.Exp(random.NextNormal(0, 0.15)), power: 1, nowS: 30 * i + 1);
        var before = tables[0].Time;
        Assert.InRange(before, 1.15, 1.25);
        Complete(tables, site: 0, time: 50, power: 1, nowS: 12_001);
        Assert.InRange(tables[0].Time, before, before * 1.02);
        var fresh = new MeasuredTables(Fleet.Fleet, isOn: true);
        Complete(fresh, site: 0, time: 50, power: 1, nowS: 100);
        Assert.InRange(fresh[0].Time, 1, 1.12);
    }

    [Fact]
    public void Corrections_stay_within_a_factor_of_three()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: true);
        for (var i = 0; i < 2_000; i++)
            Complete(tables, site: 0, time: 9, power: 0.12, nowS: 10 * i + 1);
        Assert.Equal(3, tables[0].Time, 9);
        Assert.Equal(1 / 3.0, tables[0].Power, 9);
    }

    [Fact]
    public void The_table_comes_back_where_nothing_runs()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: true);
        for (var i = 0; i < 100; i++)
            Complete(tables, site: 0, time: 1.5, power: 1, nowS: 30 * i + 1);
        Assert.True(tables[0].Time > 1.4);
        for (var i = 0; i < 50; i++)
            Complete(tables, site: 1, time: 1, power: 1, nowS: 3_000 + 3_600 * i);
        Assert.Equal(TableFactors.None, tables[0]);
    }

    [Fact]
    public void Switched_off_it_learns_nothing()
    {
        var tables = new MeasuredTables(Fleet.Fleet, isOn: false);
        for (var i = 0; i < 100; i++)
            Complete(tables, site: 0, time: 2, power: 2, nowS: 30 * i + 1);
        Assert.Equal(0, tables.Version);
    }

    [Theory]
    [InlineData("fluid")]
    [InlineData("time-price")]
    [InlineData("chsac")]
    public void Where_the_tables_are_right_a_policy_decides_the_same_with_and_without_telemetry(string name)
    {
        var scenario = PaperFleet.Independent with { HorizonS = 43_200 };
        Assert.Equal(Run(scenario, name, "on").EventLogHash, Run(scenario, name, "off").EventLogHash);
    }

    [Theory]
    [InlineData("fluid")]
    [InlineData("time-price")]
    [InlineData("chsac")]
    public void Where_a_large_site_slows_down_telemetry_keeps_the_budget_and_saves_energy(string name)
    {
        var scenario = PaperFleet.Independent with { HorizonS = 86_400, Drift = [new SiteDrift(7, [new DriftChange(7_200, 0, new(1.4, 1.1))])] };
        var (on, off) = (Run(scenario, name, "on"), Run(scenario, name, "off"));
        Assert.InRange(on.WorkServiceS, 1230, 1290);
        Assert.True(off.WorkServiceS > 1350, $"{off.WorkServiceS} s without telemetry");
        Assert.True(on.JoulesPerUnit < 0.97 * off.JoulesPerUnit);
    }

    [Theory]
    [InlineData("fluid")]
    [InlineData("time-price")]
    public void Explanations_say_which_table_was_corrected_and_by_how_much(string name)
    {
        var watcher = new LastExplanation();
        var scenario = PaperFleet.Independent with { HorizonS = 4 * 3600, Drift = [new SiteDrift(7, [new DriftChange(0, 0, new(1.4, 1.1))])] };
        Simulator.Run(scenario, new PolicySpec(name), 1, new RunOptions { Observer = watcher });
        var note = Assert.Single(watcher.Last!.Notes, n => n.Key.StartsWith("table of", StringComparison.Ordinal));
        Assert.Equal("table of me-central", note.Key);
        Assert.Contains("time x 1.3", note.Value, StringComparison.Ordinal);
    }

    private static RunResult Run(Scenario scenario, string name, string telemetry) =>
        Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(name, new Dictionary<string, string> { ["telemetry"] = telemetry })), 2);

    private static void Complete(MeasuredTables tables, int site, double time, double power, double nowS)
    {
        var table = tables.Model.Tables[site];
        var seconds = 400 * table.SecondsPerUnit(Two) * time;
        var item = WorkItem.Submitted(new Job(new JobId(1), 0, 400, 0));
        tables.Completed(new Run(item, Two, table.SecondsPerUnit(Two), table.PowerW(Two) * power, nowS - seconds, nowS, 0, 0), site, nowS);
    }

    private sealed class LastExplanation : IDecisionObserver
    {
        public Explanation? Last { get; private set; }

        public void Deciding(in Job job, FleetView view, IPlacementPolicy policy) => Last = policy.Explain(job, view);

        public void Decided(in Job job, in Placement placement)
        {
        }
    }
}
