namespace ControlPlane.Fleet.Energy;

/// <summary>
/// A battery: dE/dt = η_c·P_charge − P_discharge/η_d − r·E (aigc-energy.md, 2.7, in continuous time). Every operation is exact for a constant set-point, also when the
/// battery becomes full or empty on the way, so that an hour at once and twelve times five minutes come to the same.
/// </summary>
public sealed partial class Battery
{
    /// <summary>Makes a battery.</summary>
    /// <param name="spec">Its data sheet.</param>
    /// <param name="soc">Its state of charge, within the limits of the data sheet.</param>
    /// <exception cref="ArgumentException">The data sheet or the state of charge is out of range.</exception>
    public Battery(BatterySpec spec, double soc)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(spec));
        if (!(soc >= spec.MinSoc && soc <= spec.MaxSoc))
            throw new ArgumentException($"soc must be {spec.MinSoc} to {spec.MaxSoc}, not {soc}", nameof(soc));
        Spec = spec;
        StoredKwh = soc * spec.CapacityKwh;
    }

    /// <summary>Its data sheet.</summary>
    public BatterySpec Spec { get; }

    /// <summary>Energy in its cells, kWh.</summary>
    public double StoredKwh { get; private set; }

    /// <summary>State of charge, [0, 1]. Only self-discharge takes it below the lower limit.</summary>
    public double Soc => StoredKwh / Spec.CapacityKwh;

    /// <summary>The most constant power that it can take over a time, kW.</summary>
    /// <param name="hours">The time, &gt; 0.</param>
    public double ChargeRoomKw(double hours)
    {
        var kept = Kept(hours);
        var cellsKw = (Spec.MaxKwh - StoredKwh * kept) / Weight(kept, hours);
        return Math.Clamp(cellsKw / Spec.ChargeEfficiency, 0, Spec.MaxChargeKw);
    }

    /// <summary>The most constant power that it can give over a time, kW.</summary>
    /// <param name="hours">The time, &gt; 0.</param>
    public double DischargeRoomKw(double hours)
    {
        var kept = Kept(hours);
        var cellsKw = (StoredKwh * kept - Spec.MinKwh) / Weight(kept, hours);
        return Math.Clamp(cellsKw * Spec.DischargeEfficiency, 0, Spec.MaxDischargeKw);
    }

    /// <summary>Follows a set-point for a time, as far as it can: a full battery takes only what it loses, an empty one gives nothing.</summary>
    /// <param name="setPointKw">Power at the terminals, kW: above 0 charges, below 0 discharges.</param>
    /// <param name="hours">The time, ≥ 0.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="ArgumentException">The set-point or the time is no number, or the time is below 0.</exception>
    public BatteryFlow Dispatch(double setPointKw, double hours)
    {
        if (!double.IsFinite(setPointKw))
            throw new ArgumentException($"the set-point must be a number, not {setPointKw}", nameof(setPointKw));
        if (!(hours >= 0 && double.IsFinite(hours)))
            throw new ArgumentException($"the time must be at least 0 hours, not {hours}", nameof(hours));
        var before = StoredKwh;
        var powerKw = Math.Clamp(setPointKw, -Spec.MaxDischargeKw, Spec.MaxChargeKw);
        var chargedKwh = powerKw > 0 ? Charge(powerKw, hours) : 0;
        var dischargedKwh = powerKw < 0 ? Discharge(-powerKw, hours) : 0;
        if (powerKw == 0)
            StoredKwh *= Kept(hours);
        var throughCellsKwh = chargedKwh * Spec.ChargeEfficiency + dischargedKwh / Spec.DischargeEfficiency;
        var askedKwh = Math.Abs(setPointKw) * hours;
        return new BatteryFlow(
            chargedKwh,
            dischargedKwh,
            chargedKwh - dischargedKwh - (StoredKwh - before),
            throughCellsKwh * Spec.WearUsdPerKwh,
            chargedKwh + dischargedKwh < askedKwh * (1 - 1e-12));
    }

    private double Charge(double powerKw, double hours)
    {
        var cellsKw = powerKw * Spec.ChargeEfficiency;
        var untilFullH = HoursBetween(Spec.MaxKwh - StoredKwh, cellsKw - Spec.SelfDischargePerH * StoredKwh);
        if (untilFullH > hours)
        {
            var kept = Kept(hours);
            StoredKwh = Math.Min(Spec.MaxKwh, StoredKwh * kept + cellsKw * Weight(kept, hours));
            return powerKw * hours;
        }

        StoredKwh = Spec.MaxKwh;
        var holdKw = Spec.SelfDischargePerH * Spec.MaxKwh / Spec.ChargeEfficiency;
        return powerKw * untilFullH + holdKw * (hours - untilFullH);
    }

    private double Discharge(double powerKw, double hours)
    {
        var cellsKw = powerKw / Spec.DischargeEfficiency;
        var untilEmptyH = HoursBetween(StoredKwh - Spec.MinKwh, cellsKw + Spec.SelfDischargePerH * StoredKwh);
        if (untilEmptyH > hours)
        {
            var kept = Kept(hours);
            StoredKwh = Math.Max(Spec.MinKwh, StoredKwh * kept - cellsKw * Weight(kept, hours));
            return powerKw * hours;
        }

        // Self-discharge goes on below the limit.
        StoredKwh = Math.Min(StoredKwh, Spec.MinKwh) * Kept(hours - untilEmptyH);
        return powerKw * untilEmptyH;
    }

    /// <summary>
    /// How long the stored energy takes to change by a gap, in hours, if it begins to change at a pace and the pace falls at the rate of self-discharge:
    /// gap = pace·(1 − e^(−r·t))/r.
    /// </summary>
    private double HoursBetween(double gapKwh, double paceKw)
    {
        // In this order: a full battery that gets less than it loses does not stay full.
        if (paceKw <= 0)
            return double.PositiveInfinity;
        if (gapKwh <= 0)
            return 0;
        var share = Spec.SelfDischargePerH * gapKwh / paceKw;
        if (share >= 1)
            return double.PositiveInfinity;
        // −ln(1 − x)/x, by its series where the difference would be lost.
        var stretch = share < 1e-5 ? 1 + share / 2 + share * share / 3 : -Math.Log(1 - share) / share;
        return gapKwh / paceKw * stretch;
    }

    /// <summary>The share of what is stored that is left after a time.</summary>
    private double Kept(double hours) => Math.Exp(-Spec.SelfDischargePerH * hours);

    /// <summary>Energy that is left of a constant power of 1 kW into the cells over a time, kWh: (1 − e^(−r·t))/r.</summary>
    private double Weight(double kept, double hours)
    {
        var lost = Spec.SelfDischargePerH * hours;
        return lost < 1e-5 ? hours * (1 - lost / 2 + lost * lost / 6) : (1 - kept) / Spec.SelfDischargePerH;
    }
}
