using ControlPlane.Fleet.Events;

namespace ControlPlane.Simulation.Engine;

/// <content>Slots of energy: at the end of each, dispatchers decide and accounts close; then the prices of the next hold.</content>
internal sealed partial class SimulationRun
{
    private long _energySlots;

    private double EnergySlotBeganS => _energySlots * _energy!.SlotS;

    private void BeginEnergy()
    {
        if (_energy is null)
            return;
        TellRates();
        Schedule(_energy.SlotS, LoopEventKind.EnergySlot);
    }

    private void OnEnergySlot()
    {
        CloseEnergySlots();
        _energySlots++;
        if (_nowS >= _scenario.HorizonS)
            return;
        TellRates();
        Schedule((_energySlots + 1) * _energy!.SlotS, LoopEventKind.EnergySlot);
    }

    // At the horizon a slot may be shorter than the others, or have just ended.
    private void CloseEnergySlots()
    {
        if (_energy is null || _nowS <= EnergySlotBeganS)
            return;
        for (var site = 0; site < _energy.SiteCount; site++)
        {
            if (!_energy.Has(site))
                continue;
            var account = _energy.Close(site, _sites.Account(site, _nowS).Energy.TotalJ, _nowS);
            Record(new FleetEvent(_nowS, FleetEventKind.EnergySettled, default, -1, site, default, account.CostUsd));
            if (_energy.StoredKwh(site) is { } storedKwh)
                Record(new FleetEvent(_nowS, FleetEventKind.BatteryStored, default, -1, site, default, storedKwh));
        }
    }

    private void TellRates()
    {
        for (var site = 0; site < _energy!.SiteCount; site++)
        {
            if (_energy.Has(site))
                _policy.SetRate(site, _energy.Rate(site));
        }
    }
}
