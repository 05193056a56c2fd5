using ControlPlane.Fleet.Energy;

namespace ControlPlane.Planning.Energy;

/// <summary>What a slot costs that leads from one energy in a battery to another; everything that does not depend on the two is worked out once.</summary>
internal readonly struct SlotTerms
{
    private const double Rounding = 1e-9;

    // What a kWh that nobody brings costs: far more than any price, so that a plan keeps energy for it.
    private const double LostLoadUsdPerKwh = 1000;
    private readonly BatterySpec _battery;
    private readonly double _netKw;
    private readonly double _hours;
    private readonly double _kept;
    private readonly double _weightH;
    private readonly double _mostKw;
    private readonly double _leastKw;
    private readonly double _importKw;
    private readonly double _exportKw;
    private readonly double _buyUsd;
    private readonly double _sellUsd;

    /// <summary>Works out what does not depend on the energies.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="battery">The battery.</param>
    /// <param name="grid">The grid connection.</param>
    public SlotTerms(in StorageSlot slot, BatterySpec battery, GridLimits grid)
    {
        (_battery, _netKw, _hours) = (battery, slot.NetKw, slot.Hours);
        (_buyUsd, _sellUsd) = (slot.Tariff.BuyUsdPerKwh, slot.Tariff.SellUsdPerKwh);
        var lost = battery.SelfDischargePerH * slot.Hours;
        _kept = Math.Exp(-lost);
        _weightH = lost < 1e-5 ? slot.Hours * (1 - lost / 2) : (1 - _kept) / battery.SelfDischargePerH;
        _importKw = grid.ImportKw;
        _exportKw = _sellUsd > 0 ? grid.ExportKw : 0;
        _mostKw = Math.Min(battery.MaxChargeKw, Math.Max(0, _importKw - _netKw));
        _leastKw = -Math.Min(battery.MaxDischargeKw, Math.Max(0, _netKw + _exportKw));
    }

    /// <summary>The least energy that an energy can lead to, kWh.</summary>
    /// <param name="fromKwh">Energy at the beginning.</param>
    public double LeastKwh(double fromKwh) => Math.Max(_battery.MinKwh, After(fromKwh, _leastKw));

    /// <summary>The greatest energy that an energy can lead to, kWh; below the least one where the battery cannot hold what it has.</summary>
    /// <param name="fromKwh">Energy at the beginning.</param>
    public double MostKwh(double fromKwh) => Math.Min(_battery.MaxKwh, After(fromKwh, _mostKw));

    /// <summary>Where an idle battery comes to, kWh.</summary>
    /// <param name="fromKwh">Energy at the beginning.</param>
    public double IdleKwh(double fromKwh) => After(fromKwh, 0);

    /// <summary>Where a battery comes to that covers the need, or takes the surplus, so that nothing is bought or sold, kWh.</summary>
    /// <param name="fromKwh">Energy at the beginning.</param>
    public double BalancedKwh(double fromKwh) => After(fromKwh, -_netKw);

    /// <summary>What a way through the slot costs, USD. It must be possible: see <see cref="LeastKwh"/> and <see cref="MostKwh"/>.</summary>
    /// <param name="fromKwh">Energy at the beginning.</param>
    /// <param name="toKwh">Energy at the end.</param>
    /// <param name="batteryKw">Constant power at the terminals that leads there, kW.</param>
    public double CostUsd(double fromKwh, double toKwh, out double batteryKw)
    {
        var cellsKw = (toKwh - fromKwh * _kept) / _weightH;
        // An idle battery is idle, not at a power that rounding made.
        if (Math.Abs(cellsKw) < Rounding * _battery.CapacityKwh)
            cellsKw = 0;
        batteryKw = Math.Clamp(cellsKw > 0 ? cellsKw / _battery.ChargeEfficiency : cellsKw * _battery.DischargeEfficiency, _leastKw, _mostKw);
        var powerKw = _netKw + batteryKw;
        var gridUsdPerH = powerKw > 0 ? Math.Min(powerKw, _importKw) * _buyUsd + Math.Max(0, powerKw - _importKw) * LostLoadUsdPerKwh : -Math.Min(-powerKw, _exportKw) * _sellUsd;
        return (gridUsdPerH + Math.Abs(cellsKw) * _battery.WearUsdPerKwh) * _hours;
    }

    private double After(double fromKwh, double batteryKw) =>
        fromKwh * _kept + (batteryKw > 0 ? batteryKw * _battery.ChargeEfficiency : batteryKw / _battery.DischargeEfficiency) * _weightH;
}
