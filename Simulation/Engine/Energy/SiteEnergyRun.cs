using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine.Energy;

/// <summary>The energy of one site over a run: what its dispatcher decides slot by slot, and the account.</summary>
internal sealed class SiteEnergyRun
{
    private const double JoulesPerKwh = 3.6e6;
    private const double SecondsPerHour = 3600;
    private const double SecondsPerDay = 86_400;

    private readonly SiteEnergySpec _spec;
    private readonly SiteEnergy _site;
    private readonly IDispatchPolicy _dispatcher;
    private readonly DispatchView _view;
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
        _site = spec.Build();
        _dispatcher = DispatchCatalog.Create(spec.Battery is null ? "none" : energy.Dispatch, spec);
        _isPerfect = energy.Forecast == EnergyForecast.Perfect;
        _view = new DispatchView { Battery = _site.Battery, Grid = spec.Grid, TargetKwh = _site.Battery?.StoredKwh ?? 0 };
        _loadKw = new double[conditions.Length];
        _ahead = new StorageSlot[Math.Max(0, (int)Math.Round(SecondsPerDay / _slotS) - 1)];
        Series = new EnergySeries((int)Math.Ceiling(horizonS / _slotS));
    }

    /// <summary>What happened slot by slot.</summary>
    public EnergySeries Series { get; }

    /// <summary>Everything since the beginning.</summary>
    public EnergySlot Total => _site.Total;

    /// <summary>Energy in the battery, kWh; 0 without one.</summary>
    public double StoredKwh => _site.Battery?.StoredKwh ?? 0;

    /// <summary>What energy costs in the slot that runs.</summary>
    public EnergyRate Rate => _spec.Rate(_conditions[_slot]);

    /// <summary>The slot that runs ends.</summary>
    /// <param name="meterJ">Energy of the computers since the beginning, J.</param>
    /// <param name="nowS">Present time in seconds; the last slot may be cut short by the horizon.</param>
    public EnergySlot Close(double meterJ, double nowS)
    {
        var hours = (nowS - _slot * _slotS) / SecondsPerHour;
        var loadKw = Math.Max(0, meterJ - _meterJ) / JoulesPerKwh / hours;
        _meterJ = meterJ;
        _loadKw[_slot] = loadKw;
        var conditions = _conditions[_slot];
        var demand = _spec.Demand(loadKw, conditions);
        _view.Now = new StorageSlot(_site.NetKw(demand), conditions.Tariff, hours);
        _view.Forecast = _site.Battery is null ? [] : Forecast();
        _view.HoursToTarget = (_horizonS - _slot * _slotS) / SecondsPerHour is var left && left <= SecondsPerDay / SecondsPerHour ? left : double.PositiveInfinity;
        var account = _site.Settle(_dispatcher.Dispatch(_view), demand, conditions.Tariff, hours);
        Series.Add(account, hours, conditions, _site.Battery?.Soc ?? double.NaN);
        _slot = Math.Min(_slot + 1, _conditions.Length - 1);
        return account;
    }

    // Nobody knows the jobs of tomorrow: the load is forecast as that of the same slot of the day before, on the first day as the present one.
    private ArraySegment<StorageSlot> Forecast()
    {
        var perDay = _ahead.Length + 1;
        var count = Math.Min(_ahead.Length, (int)Math.Ceiling((_horizonS - (_slot + 1) * _slotS) / _slotS));
        for (var i = 0; i < count; i++)
        {
            var ahead = _slot + 1 + i;
            var known = ahead - perDay;
            var conditions = _conditions[_isPerfect ? ahead : known >= 0 ? known : _slot];
            var demand = _spec.Demand(_loadKw[known >= 0 ? known : _slot], conditions);
            _ahead[i] = new StorageSlot(_site.NetKw(demand), conditions.Tariff, _slotS / SecondsPerHour);
        }

        return new ArraySegment<StorageSlot>(_ahead, 0, Math.Max(0, count));
    }
}
