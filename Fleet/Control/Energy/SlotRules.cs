using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>What a decision for a slot may say.</summary>
public static class SlotRules
{
    /// <summary>Says what is wrong with a decision, so that settling a slot by it cannot fail.</summary>
    /// <param name="spec">The site.</param>
    /// <param name="mostLoadKw">The most that its computers use, kW.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? Complain(SiteEnergySpec spec, double mostLoadKw, in SlotDecision decision)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (Complain(spec, decision.SetPoint) is { } complaint)
            return complaint;
        return decision.Conditions is { } conditions ? Complain(spec, mostLoadKw, conditions) : null;
    }

    /// <summary>Says what is wrong with a set-point: it is no number, or more than battery or generator can.</summary>
    /// <param name="spec">The site.</param>
    /// <param name="setPoint">The set-point.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? Complain(SiteEnergySpec spec, in SiteSetPoint setPoint)
    {
        ArgumentNullException.ThrowIfNull(spec);
        const double Rounding = 1 + 1e-9;
        var (mostKw, leastKw) = (spec.Battery?.MaxChargeKw ?? 0, -(spec.Battery?.MaxDischargeKw ?? 0));
        if (!(setPoint.BatteryKw >= leastKw * Rounding && setPoint.BatteryKw <= mostKw * Rounding))
            return $"the battery's set-point must be {leastKw} to {mostKw} kW, not {setPoint.BatteryKw}";
        var generatorKw = spec.Generator?.MaxKw ?? 0;
        return setPoint.GeneratorKw >= 0 && setPoint.GeneratorKw <= generatorKw * Rounding
            ? null
            : $"the generator's set-point must be 0 to {generatorKw} kW, not {setPoint.GeneratorKw}";
    }

    /// <summary>Says what is wrong with prices and weather.</summary>
    /// <param name="spec">The site.</param>
    /// <param name="mostLoadKw">The most that its computers use, kW.</param>
    /// <param name="conditions">The conditions.</param>
    /// <returns>Null when nothing is.</returns>
    public static string? Complain(SiteEnergySpec spec, double mostLoadKw, in SiteConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var tariff = conditions.Tariff;
        if (!double.IsFinite(tariff.BuyUsdPerKwh) || !double.IsFinite(tariff.SellUsdPerKwh) || tariff.SellUsdPerKwh > tariff.BuyUsdPerKwh)
            return $"prices must be numbers, selling not above buying, not {tariff.BuyUsdPerKwh} and {tariff.SellUsdPerKwh} USD/kWh";
        if (!IsAmount(tariff.CarbonKgPerKwh))
            return $"carbon must be at least 0 kg/kWh, not {tariff.CarbonKgPerKwh}";
        if (!double.IsFinite(conditions.IrradianceWPerM2) || !double.IsFinite(conditions.WindMPerS) || !double.IsFinite(conditions.OutdoorC))
            return $"the weather must be numbers, not {conditions.IrradianceWPerM2} W/m2, {conditions.WindMPerS} m/s, {conditions.OutdoorC} C";
        var demand = spec.Demand(mostLoadKw, conditions);
        return IsAmount(demand.CoolingKw) && IsAmount(demand.RenewableKw)
            ? null
            : $"sun, wind and cooling must be at least 0 kW, not {demand.RenewableKw} and {demand.CoolingKw}";
    }

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);
}
