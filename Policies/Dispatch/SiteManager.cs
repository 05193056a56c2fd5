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

    /// <summary>Energy in its battery, kWh; 0 without one.</summary>
    public double StoredKwh => _site.Battery?.StoredKwh ?? 0;

    /// <summary>Everything since it was made.</summary>
    public EnergySlot Total => _site.Total;

    /// <summary>Runs a slot.</summary>
    /// <param name="order">What is to run.</param>
    /// <param name="forecast">The slots after it, the nearest first.</param>
    public SiteSlot RunSlot(in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast)
    {
        var demand = spec.Demand(order.LoadKw, order.Conditions);
        var tariff = order.Conditions.Tariff;
        _view ??= new DispatchView { Battery = _site.Battery, Grid = _site.Grid, TargetKwh = StoredKwh };
        _view.Now = new StorageSlot(_site.NetKw(demand), tariff, order.Hours);
        _view.Forecast = forecast;
        _view.HoursToTarget = order.HoursToTarget;
        var setPoint = dispatcher.Dispatch(_view);
        return new SiteSlot(_site.Settle(setPoint, demand, tariff, order.Hours), setPoint, StoredKwh);
    }
}
