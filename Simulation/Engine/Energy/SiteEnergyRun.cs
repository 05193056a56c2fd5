using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Planned;
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
    private readonly int _perBlock;
    private readonly int _perDay;
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
        // In blocks of an hour: a plan of a day anew in every slot must not cost the square of the slots.
        _perBlock = Math.Max(1, (int)Math.Round(SecondsPerHour / _slotS));
        _perDay = Math.Max(1, (int)Math.Round(SecondsPerDay / _slotS));
        _ahead = new StorageSlot[spec.Battery is null ? 0 : _perDay / _perBlock];
        Series = new EnergySeries((int)Math.Ceiling(horizonS / _slotS));
    }

    /// <summary>What happened slot by slot.</summary>
    public EnergySeries Series { get; }

    /// <summary>Everything since the beginning.</summary>
    public EnergySlot Total => _manager.Total;

    /// <summary>Energy in the battery, kWh; 0 without one.</summary>
    public double StoredKwh => _manager.StoredKwh;

    /// <summary>Whether there is a battery.</summary>
    public bool HasBattery => _spec.Battery is not null;

    /// <summary>What energy costs in the slot that runs.</summary>
    public EnergyRate Rate => _spec.Rate(_conditions[_slot]);

    /// <summary>The slot that runs ends.</summary>
    /// <param name="meterJ">Energy of the computers since the beginning, J.</param>
    /// <param name="nowS">Present time in seconds; the last slot may be cut short by the horizon.</param>
    /// <param name="plan">What a plan wants of batteries; null without one.</param>
    /// <param name="site">Index of this site in it.</param>
    public EnergySlot Close(double meterJ, double nowS, BatteryPlan? plan, int site)
    {
        var beganS = _slot * _slotS;
        var hours = (nowS - beganS) / SecondsPerHour;
        var loadKw = Math.Max(0, meterJ - _meterJ) / JoulesPerKwh / hours;
        (_meterJ, _loadKw[_slot]) = (meterJ, loadKw);
        var conditions = _conditions[_slot];
        // Over the last day the battery comes back to what it began with.
        var left = (_horizonS - beganS) / SecondsPerHour;
        var order = new SiteSlotOrder(loadKw, conditions, hours, left <= SecondsPerDay / SecondsPerHour ? left : double.PositiveInfinity, plan?.PowerKw(site, beganS));
        var account = _manager.RunSlot(order, Forecast()).Account;
        Series.Add(account, hours, conditions, _spec.Battery is { } battery ? StoredKwh / battery.CapacityKwh : double.NaN);
        _slot = Math.Min(_slot + 1, _conditions.Length - 1);
        return account;
    }

    // The slots after this one, to the end of the run at most.
    private ArraySegment<StorageSlot> Forecast()
    {
        var count = 0;
        for (var first = _slot + 1; count < _ahead.Length && first < _conditions.Length; first += _perBlock)
            _ahead[count++] = Block(first, Math.Min(first + _perBlock, _conditions.Length));
        return new ArraySegment<StorageSlot>(_ahead, 0, count);
    }

    // Nobody knows the jobs of tomorrow: the load is forecast as that of the same slot of the day before, on the first day as the present one.
    private StorageSlot Block(int first, int end)
    {
        var block = default(StorageBlock);
        for (var slot = first; slot < end; slot++)
        {
            var known = slot - _perDay >= 0 ? Math.Min(slot - _perDay, _slot) : _slot;
            var conditions = _conditions[_isPerfect ? slot : known];
            block.Add(_spec.NetKw(_spec.Demand(_loadKw[known], conditions)), conditions.Tariff);
        }

        return block.Mean(_slotS);
    }
}
