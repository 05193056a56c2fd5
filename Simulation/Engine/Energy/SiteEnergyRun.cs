using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine.Energy;

/// <summary>The energy of one site over a run: its energy manager slot by slot, and what that is told of the next day.</summary>
internal sealed class SiteEnergyRun
{
    private const double JoulesPerKwh = 3.6e6;
    private const double SecondsPerHour = 3600;
    private const double SecondsPerDay = 86_400;

    private readonly SiteEnergySpec _spec;
    private readonly SiteManager _manager;
    private readonly SiteConditions[] _conditions;
    private readonly double[] _loadKw;
    private readonly StorageSlot[] _ahead;
    private readonly bool _isPerfect;
    private readonly double _slotS;
    private readonly double _horizonS;
    private int _slot;
    private double _meterJ;

    public SiteEnergyRun(SiteEnergySpec spec, SiteConditions[] conditions, EnergyScenario energy, double horizonS)
    {
        (_spec, _conditions, _slotS, _horizonS) = (spec, conditions, energy.SlotS, horizonS);
        _manager = new SiteManager(spec, DispatchCatalog.Create(spec.Battery is null ? "none" : energy.Dispatch, spec));
        _isPerfect = energy.Forecast == EnergyForecast.Perfect;
        _loadKw = new double[conditions.Length];
        _ahead = new StorageSlot[spec.Battery is null ? 0 : Math.Max(0, (int)Math.Round(SecondsPerDay / _slotS) - 1)];
        Series = new EnergySeries((int)Math.Ceiling(horizonS / _slotS));
    }

    /// <summary>What happened slot by slot.</summary>
    public EnergySeries Series { get; }

    /// <summary>Everything since the beginning.</summary>
    public EnergySlot Total => _manager.Total;

    /// <summary>Energy in the battery, kWh; 0 without one.</summary>
    public double StoredKwh => _manager.StoredKwh;

    /// <summary>What energy costs in the slot that runs.</summary>
    public EnergyRate Rate => _spec.Rate(_conditions[_slot]);

    /// <summary>The slot that runs ends.</summary>
    /// <param name="meterJ">Energy of the computers since the beginning, J.</param>
    /// <param name="nowS">Present time in seconds; the last slot may be cut short by the horizon.</param>
    public EnergySlot Close(double meterJ, double nowS)
    {
        var beganS = _slot * _slotS;
        var hours = (nowS - beganS) / SecondsPerHour;
        var loadKw = Math.Max(0, meterJ - _meterJ) / JoulesPerKwh / hours;
        (_meterJ, _loadKw[_slot]) = (meterJ, loadKw);
        var conditions = _conditions[_slot];
        // Over the last day the battery comes back to what it began with.
        var left = (_horizonS - beganS) / SecondsPerHour;
        var order = new SiteSlotOrder(loadKw, conditions, hours, left <= SecondsPerDay / SecondsPerHour ? left : double.PositiveInfinity);
        var account = _manager.RunSlot(order, Forecast()).Account;
        Series.Add(account, hours, conditions, _spec.Battery is { } battery ? StoredKwh / battery.CapacityKwh : double.NaN);
        _slot = Math.Min(_slot + 1, _conditions.Length - 1);
        return account;
    }

    // Nobody knows the jobs of tomorrow: the load is forecast as that of the same slot of the day before, on the first day as the present one.
    private ArraySegment<StorageSlot> Forecast()
    {
        var perDay = _ahead.Length + 1;
        var count = Math.Max(0, Math.Min(_ahead.Length, _conditions.Length - _slot - 1));
        for (var i = 0; i < count; i++)
        {
            var ahead = _slot + 1 + i;
            var known = ahead - perDay >= 0 ? ahead - perDay : _slot;
            var conditions = _conditions[_isPerfect ? ahead : known];
            var demand = _spec.Demand(_loadKw[known], conditions);
            _ahead[i] = new StorageSlot(_spec.NetKw(demand), conditions.Tariff, _slotS / SecondsPerHour);
        }

        return new ArraySegment<StorageSlot>(_ahead, 0, count);
    }
}
