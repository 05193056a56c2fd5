namespace ControlPlane.Fleet.Energy;

/// <summary>A battery as its data sheet gives it. Powers are those at its terminals, energies those in its cells.</summary>
/// <param name="CapacityKwh">Energy of its cells when full, kWh, &gt; 0.</param>
/// <param name="MaxChargeKw">The most power that it takes, kW, ≥ 0.</param>
/// <param name="MaxDischargeKw">The most power that it gives, kW, ≥ 0.</param>
public sealed record BatterySpec(double CapacityKwh, double MaxChargeKw, double MaxDischargeKw)
{
    /// <summary>Of each kWh taken, so much arrives in the cells, (0, 1].</summary>
    public double ChargeEfficiency { get; init; } = 0.95;

    /// <summary>Of each kWh drawn from the cells, so much is given, (0, 1].</summary>
    public double DischargeEfficiency { get; init; } = 0.95;

    /// <summary>State of charge below which it is not discharged, [0, <see cref="MaxSoc"/>].</summary>
    public double MinSoc { get; init; } = 0.1;

    /// <summary>State of charge above which it is not charged, [<see cref="MinSoc"/>, 1].</summary>
    public double MaxSoc { get; init; } = 0.9;

    /// <summary>Rate at which an idle battery loses what it has, 1/h, ≥ 0: after a time t the share e^(−rate·t) is left.</summary>
    public double SelfDischargePerH { get; init; }

    /// <summary>Wear of a kWh that goes into the cells or comes out of them, USD, ≥ 0. 200 $/kWh over 6 000 cycles of 80 % are 0.021.</summary>
    public double WearUsdPerKwh { get; init; } = 0.021;

    /// <summary>Energy below which it is not discharged, kWh.</summary>
    public double MinKwh => MinSoc * CapacityKwh;

    /// <summary>Energy above which it is not charged, kWh.</summary>
    public double MaxKwh => MaxSoc * CapacityKwh;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(CapacityKwh > 0 && double.IsFinite(CapacityKwh)))
            return $"capacityKwh must be a number above 0, not {CapacityKwh}";
        if (!IsAmount(MaxChargeKw))
            return $"maxChargeKw must be a number of at least 0, not {MaxChargeKw}";
        if (!IsAmount(MaxDischargeKw))
            return $"maxDischargeKw must be a number of at least 0, not {MaxDischargeKw}";
        if (!IsEfficiency(ChargeEfficiency))
            return $"chargeEfficiency must be above 0 and at most 1, not {ChargeEfficiency}";
        if (!IsEfficiency(DischargeEfficiency))
            return $"dischargeEfficiency must be above 0 and at most 1, not {DischargeEfficiency}";
        if (!(MinSoc >= 0 && MinSoc <= MaxSoc && MaxSoc <= 1))
            return $"minSoc and maxSoc must be 0 to 1 and in order, not {MinSoc} and {MaxSoc}";
        if (!IsAmount(SelfDischargePerH))
            return $"selfDischargePerH must be a number of at least 0, not {SelfDischargePerH}";
        return IsAmount(WearUsdPerKwh) ? null : $"wearUsdPerKwh must be a number of at least 0, not {WearUsdPerKwh}";
    }

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);

    private static bool IsEfficiency(double value) => value is > 0 and <= 1;
}
