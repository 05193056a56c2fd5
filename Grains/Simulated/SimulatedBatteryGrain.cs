using ControlPlane.Fleet.Energy;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Simulated;

/// <summary>Hosts a <see cref="Battery"/> for the length of a run. In memory only.</summary>
[KeepAlive]
public sealed class SimulatedBatteryGrain : Grain, ISimulatedBatteryGrain
{
    private Battery? _battery;
    private BatteryFlowRecord? _last;
    private int _slot = -1;

    private Battery Battery => _battery ?? throw new InvalidOperationException($"The battery '{this.GetPrimaryKeyString()}' is not open.");

    /// <inheritdoc/>
    public Task<double> Open(BatterySetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _battery ??= new Battery(setup.Spec.ToFleet(), setup.InitialSoc);
        return Task.FromResult(_battery.StoredKwh);
    }

    /// <inheritdoc/>
    public Task<BatteryFlowRecord> Dispatch(int slot, double powerKw, double hours)
    {
        if (slot < _slot)
            throw new ArgumentException($"slot {slot} of '{this.GetPrimaryKeyString()}' is over: slot {_slot} was dispatched", nameof(slot));
        if (slot > _slot || _last is null)
        {
            _last = Battery.Dispatch(powerKw, hours).ToWire(Battery.StoredKwh);
            _slot = slot;
        }

        return Task.FromResult(_last);
    }

    /// <inheritdoc/>
    public Task Close()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
