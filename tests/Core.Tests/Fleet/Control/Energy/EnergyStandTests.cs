using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Core.Tests.Fleet.Control.Energy;

/// <summary>The energy of a region's site: the same desk as a node's, with its events.</summary>
public sealed class EnergyStandTests
{
    private const double BeginS = TestDesk.BeginS;
    private static readonly FleetModel Fleet = TestFleets.Model(TestFleets.Site("plain", 4), TestFleets.Site("green", 8) with { Energy = TestFleets.Energy });
    private readonly OperationBuffer _log = new();

    [Fact]
    public void Slots_overrides_and_events_come_back_from_journal_and_snapshot()
    {
        var stand = Make(_log);
        stand.Pass(At(0));
        Assert.True(stand.Decide(1, new SlotDecision(new SiteSetPoint(-1), SlotSource.Policy, "test", new SiteConditions(new Tariff(0.2, 0.1, 0.4))), At(1)));
        Assert.True(stand.Order(new BatteryOrder(1, DateTimeOffset.UnixEpoch.AddSeconds(BeginS + 200), "test"), "ann", At(60)));
        Assert.False(stand.Order(new BatteryOrder(1, DateTimeOffset.UnixEpoch.AddSeconds(BeginS + 200), "test"), "ann", At(70)));
        stand.Pass(At(240));
        Assert.Equal(["battery-override", "energy-slot", "battery-released"], stand.Events(0, 10).Select(e => e.Kind));
        Assert.All(stand.Events(0, 10), e => Assert.Equal(1, e.Site));
        var replayed = Make(new OperationBuffer());
        OperationBuffer.ReplayAll(_log.Bytes.Span, replayed);
        Assert.Equal(Saved(stand), Saved(replayed));
        var loaded = Make(new OperationBuffer());
        var reader = new StateReader(Saved(stand));
        loaded.Load(ref reader);
        reader.RequireEnd();
        Assert.Equal(Saved(stand), Saved(loaded));
    }

    [Fact]
    public void Another_version_is_refused_and_a_site_without_an_energy_side_has_no_stand()
    {
        var stand = Make(_log);
        stand.Pass(At(0));
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => stand.Release(3, "ann", At(1))).Problem);
        Assert.False(stand.Release(0, "ann", At(1)));
        Assert.Contains("'plain'", Assert.Throws<ArgumentException>(() => new EnergyStand(0, Fleet, new EnergyDeskSettings(), _log, 10)).Message, StringComparison.Ordinal);
    }

    private static EnergyStand Make(OperationBuffer log) => new(1, Fleet, new EnergyDeskSettings(), log, 10);

    private static EnergyMoment At(double afterS) => new(BeginS + afterS, afterS, 1_000 * afterS);

    private static byte[] Saved(EnergyStand stand)
    {
        var writer = new StateWriter();
        stand.Save(writer);
        return writer.Written.ToArray();
    }
}
