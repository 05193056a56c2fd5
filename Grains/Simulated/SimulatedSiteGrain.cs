using ControlPlane.Fleet.Energy;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// Hosts a <see cref="SiteManager"/> for the length of a run. What its battery does the battery's grain says; the manager follows it on the data sheet, and both must agree to
/// the bit. In memory only.
/// </summary>
[KeepAlive]
public sealed class SimulatedSiteGrain : Grain, ISimulatedSiteGrain
{
    private SiteManager? _manager;
    private ISimulatedBatteryGrain? _battery;
    private SiteSlotRecord? _last;
    private (int Slot, SitePlan Plan, BatteryFlow Known)? _pending;
    private int _slot = -1;

    private SiteManager Manager => _manager ?? throw new InvalidOperationException($"The site '{this.GetPrimaryKeyString()}' is not open.");

    /// <inheritdoc/>
    public async Task<double> Open(EnergySiteSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (_manager is null)
        {
            var spec = setup.Energy.ToFleet();
            if (setup.Energy.Battery is { } battery)
            {
                _battery = GrainFactory.GetGrain<ISimulatedBatteryGrain>(setup.Battery);
                await _battery.Open(new BatterySetup(battery, setup.Energy.InitialSoc));
            }

            _manager = new SiteManager(spec, DispatchCatalog.Create(setup.Dispatch, spec));
        }

        return _manager.StoredKwh;
    }

    /// <inheritdoc/>
    public async Task<SiteSlotRecord> RunSlot(SiteSlotOrderRecord order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Slot == _slot && _last is not null)
            return _last;
        if (order.Slot < _slot)
            throw new ArgumentException($"slot {order.Slot} of '{this.GetPrimaryKeyString()}' is over: slot {_slot} was run", nameof(order));
        // A slot whose answer from the battery was lost is not decided again: it goes on where it stopped.
        if (_pending is not { } pending || pending.Slot != order.Slot)
            _pending = pending = Begin(order);
        var (_, plan, known) = pending;
        if (_battery is not null)
        {
            var said = await _battery.Dispatch(order.Slot, plan.BatteryKw, order.Hours);
            if (said.StoredKwh != Manager.StoredKwh || said.ToFleet() != known)
                throw new InvalidOperationException($"The battery of '{this.GetPrimaryKeyString()}' has {said.StoredKwh} kWh, where {Manager.StoredKwh} kWh were known.");
        }

        var slot = Manager.Settle(plan, known);
        _last = new SiteSlotRecord(slot.Account.ToWire(), slot.SetPoint.BatteryKw, slot.SetPoint.GeneratorKw, slot.StoredKwh);
        (_slot, _pending) = (order.Slot, null);
        return _last;
    }

    private (int Slot, SitePlan Plan, BatteryFlow Known) Begin(SiteSlotOrderRecord order)
    {
        StorageSlot[] forecast = [.. order.Forecast.Select(f => new StorageSlot(f.NetKw, new Tariff(f.BuyUsdPerKwh, f.SellUsdPerKwh, f.CarbonKgPerKwh), f.Hours))];
        var plan = Manager.Plan(new SiteSlotOrder(order.LoadKw, order.Conditions.ToFleet(), order.Hours, order.HoursToTarget), forecast);
        return (order.Slot, plan, Manager.Dispatch(plan));
    }

    /// <inheritdoc/>
    public async Task Close()
    {
        if (_battery is not null)
            await _battery.Close();
        DeactivateOnIdle();
    }
}
