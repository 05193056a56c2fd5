using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>
/// Charges with a surplus and while the price is among the lowest quarter of what is forecast, discharges while it is among the highest quarter and the gain covers the
/// losses of both ways and the wear; comes back to its target by the end of the day (aigc-energy.md, section 3, item 3).
/// </summary>
/// <param name="lowQuantile">Quantile of the forecast prices up to which it charges, (0, 1).</param>
/// <param name="highQuantile">Quantile from which it discharges, above the low one.</param>
public sealed class ThresholdArbitrage(double lowQuantile = 0.25, double highQuantile = 0.75) : IDispatchPolicy
{
    private const double SteeringH = 2;
    private double[] _prices = [];

    /// <inheritdoc/>
    public string Name => "threshold";

    /// <inheritdoc/>
    public SiteSetPoint Dispatch(DispatchView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Battery is not { } battery)
            return default;
        var hours = view.Now.Hours;
        if (view.HoursToTarget <= SteeringH)
            return new SiteSetPoint(Math.Clamp(SteerKw(view, battery), -battery.DischargeRoomKw(hours), battery.ChargeRoomKw(hours)));
        if (view.Now.NetKw < 0)
            return new SiteSetPoint(Math.Min(-view.Now.NetKw, battery.ChargeRoomKw(hours)));
        var (low, high) = Thresholds(view);
        var priceUsd = view.Now.Tariff.BuyUsdPerKwh;
        if (priceUsd <= low && IsWorth(battery.Spec, high, priceUsd))
            return new SiteSetPoint(battery.ChargeRoomKw(hours));
        return priceUsd >= high && IsWorth(battery.Spec, priceUsd, low) ? new SiteSetPoint(-DischargeKw(view, battery, low)) : default;
    }

    /// <summary>Constant power that leads to the target at the end of the day.</summary>
    private static double SteerKw(DispatchView view, Battery battery)
    {
        var cellsKw = (view.TargetKwh - battery.StoredKwh) / view.HoursToTarget;
        return cellsKw > 0 ? cellsKw / battery.Spec.ChargeEfficiency : cellsKw * battery.Spec.DischargeEfficiency;
    }

    // Covers the need first; what is sold earns less than what is not bought.
    private static double DischargeKw(DispatchView view, Battery battery, double refillUsd)
    {
        var exportKw = IsWorth(battery.Spec, view.Now.Tariff.SellUsdPerKwh, refillUsd) ? view.Grid.ExportKw : 0;
        return Math.Min(view.Now.NetKw + exportKw, battery.DischargeRoomKw(view.Now.Hours));
    }

    // Per kWh given: what it earns, less what 1/(η_c·η_d) kWh cost to buy again, less the wear of both ways through the cells.
    private static bool IsWorth(BatterySpec spec, double priceUsd, double refillUsd) =>
        priceUsd - refillUsd / (spec.ChargeEfficiency * spec.DischargeEfficiency) - 2 * spec.WearUsdPerKwh / spec.DischargeEfficiency > 0;

    private (double Low, double High) Thresholds(DispatchView view)
    {
        var count = view.Forecast.Count + 1;
        if (_prices.Length < count)
            _prices = new double[count];
        for (var i = 0; i < view.Forecast.Count; i++)
            _prices[i] = view.Forecast[i].Tariff.BuyUsdPerKwh;
        _prices[count - 1] = view.Now.Tariff.BuyUsdPerKwh;
        var prices = _prices.AsSpan(0, count);
        prices.Sort();
        return (prices[(int)(lowQuantile * (count - 1))], prices[(int)Math.Ceiling(highQuantile * (count - 1))]);
    }
}
