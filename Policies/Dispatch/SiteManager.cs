using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>
/// The energy manager of a site, with nothing but what is known there: cooling follows from load and temperature, the dispatcher decides about battery and generator, and
/// what is left is bought, sold or curtailed (aigc-energy.md, section 3).
/// </summary>
/// <param name="spec">The site as it was built.</param>
/// <param name="dispatcher">Its dispatcher, for it alone.</param>
public sealed class SiteManager(SiteEnergySpec spec, IDispatchPolicy dispatcher)
{
    private readonly SiteEnergy _site = spec.Build();
    private DispatchView? _view;
    private SiteSetPoint _setPoint;

    /// <summary>Energy in its battery, kWh; 0 without one.</summary>
    public double StoredKwh => _site.Battery?.StoredKwh ?? 0;

    /// <summary>Everything since it was made.</summary>
    public EnergySlot Total => _site.Total;

    /// <summary>Runs a slot.</summary>
    /// <param name="order">What is to run.</param>
    /// <param name="forecast">The slots after it, the nearest first.</param>
    public SiteSlot RunSlot(in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast)
    {
        var plan = Plan(order, forecast);
        return Settle(plan, Dispatch(plan));
    }

    /// <summary>Decides, and runs the generator.</summary>
    /// <param name="order">What is to run.</param>
    /// <param name="forecast">The slots after it, the nearest first.</param>
    public SitePlan Plan(in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast)
    {
        var demand = spec.Demand(order.LoadKw, order.Conditions);
        var tariff = order.Conditions.Tariff;
        _view ??= new DispatchView { Battery = _site.Battery, Grid = _site.Grid, TargetKwh = StoredKwh };
        _view.Now = new StorageSlot(_site.NetKw(demand), tariff, order.Hours);
        _view.Forecast = forecast;
        _view.HoursToTarget = order.HoursToTarget;
        _view.PlannedKw = order.PlannedKw;
        _setPoint = GeneratorRule.With(dispatcher.Dispatch(_view), spec.Generator, spec.Grid, _view.Now.NetKw, tariff);
        return _site.Plan(_setPoint, demand, tariff, order.Hours);
    }

    /// <summary>Lets the battery do what is planned: the battery itself, or what is known here of one that is elsewhere.</summary>
    /// <param name="plan">The plan.</param>
    public BatteryFlow Dispatch(in SitePlan plan) => _site.Battery?.Dispatch(plan.BatteryKw, plan.Hours) ?? default;

    /// <summary>Closes the slot.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="flow">What the battery did.</param>
    public SiteSlot Settle(in SitePlan plan, in BatteryFlow flow) => new(_site.Settle(plan, flow), _setPoint, StoredKwh);
}
