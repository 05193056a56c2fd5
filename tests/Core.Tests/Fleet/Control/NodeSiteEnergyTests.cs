using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>The energy of sites in a node: slots, batteries, what operators say.</summary>
public sealed class NodeSiteEnergyTests
{
    private static readonly SiteConditions Cheap = new(new Tariff(0.05, 0.02, 0.3));
    private static readonly FleetModel Fleet = TestFleets.Model(TestFleets.Site("plain", 4), TestFleets.Site("green", 8) with { Energy = TestFleets.Energy });
    private readonly TestNode _test = new(Fleet, new NodeSettings { AgentLeaseS = 1e6 });

    [Fact]
    public void The_load_of_slots_is_what_the_meters_of_the_site_show()
    {
        _test.Register("green");
        _test.Tick();
        for (var i = 0; i < 24; i++)
        {
            _test.Submit($"job-{i}", forbidden: ["plain"], sizeUnits: 300);
            Decide(0);
            _test.Advance(100);
            _test.Tick();
        }

        var shown = Assert.Single(_test.Node.SitesEnergy());
        Assert.Equal(("green", 8), (shown.Site, shown.Total.Slots));
        var kwh = _test.Node.Ledger().Sites.Single(s => s.Site == "green").EnergyKwh;
        Assert.True(kwh > 0.2, $"{kwh} kWh");
        Assert.Equal(kwh, shown.Total.LoadKwh, 9);
        Assert.Equal(8, _test.Node.Events(0, 1_000).Count(e => e is { Kind: "energy-slot", Site: "green" }));
        _test.Restored();
    }

    [Fact]
    public void Energy_that_an_agent_measured_counts_in_place_of_the_model_s()
    {
        _test.Register("green");
        _test.Tick();
        Decide(0);
        _test.Submit("a", forbidden: ["plain"]);
        _test.Advance(100);
        var modelJ = _test.Node.FindJob("a")!.EnergyJ;
        _test.Report("green", "a", AgentReportKind.Finished, energyJ: modelJ + 7_200);
        _test.Advance(200);
        _test.Tick();
        var kwh = _test.Node.Ledger().Sites.Single(s => s.Site == "green").EnergyKwh;
        Assert.Equal(kwh + 0.002, _test.Node.SitesEnergy()[0].Total.LoadKwh, 12);
        _test.Restored();
    }

    [Fact]
    public void An_override_is_noted_told_and_ends_by_itself()
    {
        _test.Tick();
        var battery = _test.Node.OverrideBattery(1, Order(1.5, 60), "ann")!;
        Assert.Equal((1.5, SlotSource.Override, 1), (battery.SetPointKw, battery.Source, battery.Version));
        Assert.Equal(("ann", "battery.override", "green"), (_test.Node.Audit(1)[0].Actor, _test.Node.Audit(1)[0].Action, _test.Node.Audit(1)[0].Subject));
        Assert.Equal(1, _test.Node.OverrideBattery(1, Order(1.5, 60), "ann")!.Version);
        Assert.Equal(1.5, _test.Restored().Batteries()[0].SetPointKw);
        _test.Advance(61);
        _test.Tick();
        Assert.Equal((0.0, 2), (_test.Node.Batteries()[0].SetPointKw, _test.Node.Batteries()[0].Version));
        Assert.Equal(["battery-override", "battery-released"], _test.Node.Events(0, 1_000).Where(e => e.Kind.StartsWith("battery", StringComparison.Ordinal)).Select(e => e.Kind));
        _test.Restored();
    }

    [Fact]
    public void Orders_that_cannot_be_are_refused_with_the_field()
    {
        _test.Tick();
        Refused(Order(double.NaN, 60), "setPointKw");
        Refused(Order(1, 0), "until");
        Refused(Order(1, 8 * 86_400), "until");
        Refused(Order(1, 60) with { Reason = " " }, "reason");
        Assert.Null(_test.Node.OverrideBattery(0, Order(1, 60), "ann"));
        _test.Node.OverrideBattery(1, Order(1, 60), "ann");
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => _test.Node.ReleaseBattery(1, 0, "bob")).Problem);
        Assert.Null(_test.Node.ReleaseBattery(1, 1, "bob")!.Override);
    }

    [Fact]
    public void A_node_keeps_the_energy_side_that_it_was_founded_with()
    {
        var log = new OperationBuffer();
        new ControlNode(Fleet, new NodeSettings(), log, 1).Found(DateTimeOffset.UnixEpoch);
        var other = TestFleets.Model(Fleet.Sites[0], Fleet.Sites[1] with { Energy = TestFleets.Energy with { Battery = new BatterySpec(5, 2, 2) } });
        var refused = Assert.Throws<InvalidDataException>(() => OperationBuffer.ReplayAll(log.Bytes.Span, new ControlNode(other, new NodeSettings(), new OperationBuffer(), 1)));
        Assert.Contains("battery 5 kWh", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fleet_without_an_energy_side_has_none_of_it()
    {
        var plain = new TestNode(TestFleets.Model(TestFleets.Site("plain", 4)));
        plain.Advance(1_000);
        plain.Tick();
        Assert.Empty(plain.Node.SitesEnergy());
        Assert.Empty(plain.Node.Batteries());
        Assert.Empty(plain.Node.Undecided());
        Assert.Empty(plain.Node.Events(0, 10));
        Assert.Null(plain.Node.EnergySlots(0, long.MaxValue, 10));
    }

    private BatteryOrder Order(double kw, double seconds) => new(kw, _test.Now.AddSeconds(seconds), "test");

    private void Refused(BatteryOrder order, string field)
    {
        var refused = Assert.Throws<ControlException>(() => _test.Node.OverrideBattery(1, order, "ann"));
        Assert.Equal((ControlProblem.Invalid, field), (refused.Problem, refused.Field));
    }

    private void Decide(double batteryKw)
    {
        foreach (var question in _test.Node.Undecided())
            _test.Node.Decide(question.Site, question.Slot, new SlotDecision(new SiteSetPoint(batteryKw), SlotSource.Policy, "test", Cheap));
    }
}
