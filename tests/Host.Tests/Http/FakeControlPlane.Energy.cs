using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Host.Tests.Http;

/// <content>A battery at the site east; slots pass when a test says so.</content>
internal sealed partial class FakeControlPlane
{
    // Requests may say "from now on": its clock begins with the present.
    private static readonly double BeginS = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private readonly SiteEnergyDesk _desk = MakeDesk();
    private double _atS = BeginS;

    public Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation = default) => Done<IReadOnlyList<SiteEnergyView>>(() => [_desk.Show("east", 2)]);

    public Task<SlotPage?> EnergySlots(string site, long before, int most, CancellationToken cancellation = default) =>
        Done(() => site == "east" ? _desk.Slots(site, before, most) : null);

    public Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation = default) => Done<IReadOnlyList<BatteryView>>(() => [_desk.ShowBattery("east")!]);

    public Task<BatteryView?> OverrideBattery(string site, BatteryOrder order, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (site != "east")
            return null;
        BatteryOrderRules.RequireVersion(site, order.ExpectedVersion, _desk.Version);
        BatteryOrderRules.Require(site, order, DateTimeOffset.UtcNow);
        if (_desk.Order(order.SetPointKw, (order.Until - DateTimeOffset.UnixEpoch).TotalSeconds, actor, order.Reason, _atS, 0))
            AddAudit(actor, "battery.override", site);
        return _desk.ShowBattery(site);
    });

    public Task<BatteryView?> ReleaseBattery(string site, long? expectedVersion, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (site != "east")
            return null;
        BatteryOrderRules.RequireVersion(site, expectedVersion, _desk.Version);
        _desk.Release(_atS, 0);
        return _desk.ShowBattery(site);
    });

    /// <summary>Slots pass.</summary>
    public void PassSlots(int count) => Locked(() =>
    {
        for (var i = 0; i < count; i++)
        {
            _desk.Decide(_desk.Question(0, 0)!.Slot, new SlotDecision(default, SlotSource.Policy, "none", new SiteConditions(new Tariff(0.2, 0.1, 0.4))), _atS, 0);
            _atS += 300;
            _desk.Advance(_atS, 0);
        }

        return 0;
    });

    private static SiteEnergyDesk MakeDesk()
    {
        var desk = new SiteEnergyDesk(TestFleets.Energy, 6, new EnergyDeskSettings(), new OperationBuffer());
        desk.Advance(BeginS, 0);
        return desk;
    }
}
