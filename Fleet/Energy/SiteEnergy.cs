namespace ControlPlane.Fleet.Energy;

/// <summary>
/// The energy of a site: battery, generator, sun and wind, grid connection. A dispatcher says what battery and generator should do; whatever it says, the site stays
/// within its limits and the account of each slot closes (aigc-energy.md, 2.8).
/// </summary>
/// <param name="grid">The grid connection.</param>
/// <param name="battery">The battery; null for none.</param>
/// <param name="generator">The generator; null for none.</param>
/// <param name="fixedLossShare">Of all power used, so much more is lost on the way, ≥ 0.</param>
public sealed partial class SiteEnergy(GridLimits grid, Battery? battery = null, Generator? generator = null, double fixedLossShare = 0.03)
{
    /// <summary>The grid connection.</summary>
    public GridLimits Grid { get; } = grid;

    /// <summary>The battery; null for none.</summary>
    public Battery? Battery { get; } = battery;

    /// <summary>The generator; null for none.</summary>
    public Generator? Generator { get; } = generator;

    /// <summary>Of all power used, so much more is lost on the way.</summary>
    public double FixedLossShare { get; } = fixedLossShare;

    /// <summary>Everything since it was made.</summary>
    public EnergySlot Total { get; private set; }

    /// <summary>Power that is needed beyond sun and wind, kW; below 0 there is a surplus.</summary>
    /// <param name="demand">What the site needs and has.</param>
    public double NetKw(in SiteDemand demand) => demand.NetKw(FixedLossShare);

    /// <summary>
    /// Runs a slot. The set-point is followed as far as battery, generator and grid connection allow; a surplus is sold where that earns anything and curtailed otherwise.
    /// </summary>
    /// <param name="setPoint">What the dispatcher asks.</param>
    /// <param name="demand">What the site needs and has.</param>
    /// <param name="tariff">What the grid costs.</param>
    /// <param name="hours">Length of the slot, &gt; 0.</param>
    /// <returns>Its account.</returns>
    /// <exception cref="ArgumentException">A number is none, a power is below 0 or the length is not above 0.</exception>
    public EnergySlot Settle(in SiteSetPoint setPoint, in SiteDemand demand, in Tariff tariff, double hours)
    {
        var plan = Plan(setPoint, demand, tariff, hours);
        return Settle(plan, Battery?.Dispatch(plan.BatteryKw, hours) ?? default);
    }

    /// <summary>The first half of <see cref="Settle(in SiteSetPoint, in SiteDemand, in Tariff, double)"/>: runs the generator and says what the battery is to do. For carriers whose battery is elsewhere.</summary>
    /// <param name="setPoint">What the dispatcher asks.</param>
    /// <param name="demand">What the site needs and has.</param>
    /// <param name="tariff">What the grid costs.</param>
    /// <param name="hours">Length of the slot, &gt; 0.</param>
    /// <exception cref="ArgumentException">A number is none, a power is below 0 or the length is not above 0.</exception>
    public SitePlan Plan(in SiteSetPoint setPoint, in SiteDemand demand, in Tariff tariff, double hours)
    {
        Check(setPoint, demand, tariff, hours);
        var exportKw = tariff.SellUsdPerKwh > 0 ? Grid.ExportKw : 0;
        var neededKw = NetKw(demand);
        var generatorKw = RunGenerator(setPoint.GeneratorKw, neededKw + exportKw, hours, out var fuelUsd);
        neededKw -= generatorKw;
        // A battery neither takes more than the connection brings nor gives more than somebody uses or buys.
        var batteryKw = Math.Clamp(setPoint.BatteryKw, -Math.Max(0, neededKw + exportKw), Math.Max(0, Grid.ImportKw - neededKw));
        return new SitePlan(demand, tariff, hours, batteryKw, generatorKw, fuelUsd, neededKw, exportKw);
    }

    /// <summary>The second half: the account of the slot, once it is known what the battery did.</summary>
    /// <param name="plan">The first half.</param>
    /// <param name="flow">What the battery did; nothing without one.</param>
    public EnergySlot Settle(in SitePlan plan, in BatteryFlow flow)
    {
        var (demand, tariff, hours) = (plan.Demand, plan.Tariff, plan.Hours);
        var residualKwh = plan.NeededKw * hours + flow.ChargedKwh - flow.DischargedKwh;
        var importKwh = Import(residualKwh, hours);
        var surplusKwh = Math.Max(0, -residualKwh);
        var exportKwh = Math.Min(surplusKwh, plan.ExportKw * hours);
        var slot = new EnergySlot
        {
            ImportKwh = importKwh,
            RenewableKwh = demand.RenewableKw * hours,
            DischargeKwh = flow.DischargedKwh,
            GeneratorKwh = plan.GeneratorKw * hours,
            UnservedKwh = Math.Max(0, residualKwh - importKwh),
            LoadKwh = demand.LoadKw * hours,
            CoolingKwh = demand.CoolingKw * hours,
            FixedLossKwh = (demand.LoadKw + demand.CoolingKw) * FixedLossShare * hours,
            ChargeKwh = flow.ChargedKwh,
            ExportKwh = exportKwh,
            CurtailedKwh = surplusKwh - exportKwh,
            ImportUsd = importKwh * tariff.BuyUsdPerKwh,
            ExportUsd = exportKwh * tariff.SellUsdPerKwh,
            WearUsd = flow.WearUsd,
            FuelUsd = plan.FuelUsd,
            CarbonKg = importKwh * tariff.CarbonKgPerKwh + plan.GeneratorKw * hours * (Generator?.Spec.CarbonKgPerKwh ?? 0),
        };
        Total += slot;
        return slot;
    }

    private static void Check(in SiteSetPoint setPoint, in SiteDemand demand, in Tariff tariff, double hours)
    {
        if (!(hours > 0 && double.IsFinite(hours)))
            throw new ArgumentException($"hours must be a number above 0, not {hours}", nameof(hours));
        if (!double.IsFinite(setPoint.BatteryKw) || !IsAmount(setPoint.GeneratorKw))
            throw new ArgumentException($"the set-point must be numbers, the generator's at least 0, not {setPoint}", nameof(setPoint));
        if (!IsAmount(demand.LoadKw) || !IsAmount(demand.CoolingKw) || !IsAmount(demand.RenewableKw))
            throw new ArgumentException($"powers must be numbers of at least 0, not {demand}", nameof(demand));
        if (!double.IsFinite(tariff.BuyUsdPerKwh) || !(tariff.SellUsdPerKwh <= tariff.BuyUsdPerKwh) || !IsAmount(tariff.CarbonKgPerKwh))
            throw new ArgumentException($"prices must be numbers, selling not above buying, carbon at least 0, not {tariff}", nameof(tariff));
    }

    // A battery that charges with all that the connection brings must not leave the last bit of a rounding unserved.
    private double Import(double residualKwh, double hours)
    {
        const double Rounding = 1e-12;
        var mostKwh = Grid.ImportKw * hours;
        return Math.Max(0, residualKwh <= mostKwh * (1 + Rounding) ? residualKwh : mostKwh);
    }

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);

    // What nobody uses or buys is not generated: the generator is left off rather than run against a full connection.
    private double RunGenerator(double askedKw, double usefulKw, double hours, out double fuelUsd)
    {
        fuelUsd = 0;
        if (Generator is null)
            return 0;
        var powerKw = Generator.Possible(Math.Min(askedKw, Math.Max(0, usefulKw)), hours);
        if (powerKw > usefulKw)
            powerKw = 0;
        fuelUsd = Generator.Run(powerKw, hours);
        return powerKw;
    }
}
