namespace ControlPlane.Fleet.Energy;

/// <summary>The energy side of a site as it was built: connection, battery, generator, panels, turbine, cooling. Immutable; <see cref="Build"/> makes the site that runs.</summary>
/// <param name="Grid">The grid connection.</param>
public sealed record SiteEnergySpec(GridLimits Grid)
{
    /// <summary>The battery; null for none.</summary>
    public BatterySpec? Battery { get; init; }

    /// <summary>State of charge of the battery at the beginning, between its limits.</summary>
    public double InitialSoc { get; init; } = 0.5;

    /// <summary>The generator; null for none.</summary>
    public GeneratorSpec? Generator { get; init; }

    /// <summary>The panels; null for none.</summary>
    public PvArray? Pv { get; init; }

    /// <summary>The wind turbine; null for none.</summary>
    public WindTurbine? Wind { get; init; }

    /// <summary>The cooling; null where the computers' power is all there is.</summary>
    public CoolingModel? Cooling { get; init; }

    /// <summary>Of all power used, so much more is lost on the way, ≥ 0.</summary>
    public double FixedLossShare { get; init; } = 0.03;

    /// <summary>What the site needs and has.</summary>
    /// <param name="loadKw">Power of the computers, kW, ≥ 0.</param>
    /// <param name="conditions">What the world offers.</param>
    public SiteDemand Demand(double loadKw, in SiteConditions conditions) =>
        new(loadKw, Cooling?.PowerKw(loadKw, conditions.OutdoorC) ?? 0, RenewableKw(conditions));

    /// <summary>Power that is needed beyond sun and wind, kW; below 0 there is a surplus.</summary>
    /// <param name="demand">What the site needs and has.</param>
    public double NetKw(in SiteDemand demand) => demand.NetKw(FixedLossShare);

    /// <summary>What a kWh of the computers costs and emits when it is bought: with the cooling and the losses that it brings.</summary>
    /// <param name="conditions">What the world offers.</param>
    public EnergyRate Rate(in SiteConditions conditions)
    {
        var boughtKwh = (1 + (Cooling is null ? 0 : 1 / Cooling.Cop(conditions.OutdoorC))) * (1 + FixedLossShare);
        return new EnergyRate(boughtKwh * conditions.Tariff.BuyUsdPerKwh, boughtKwh * conditions.Tariff.CarbonKgPerKwh);
    }

    /// <summary>Power of sun and wind, kW.</summary>
    /// <param name="conditions">What the world offers.</param>
    public double RenewableKw(in SiteConditions conditions) =>
        (Pv?.PowerKw(conditions.IrradianceWPerM2, conditions.OutdoorC) ?? 0) + (Wind?.PowerKw(conditions.WindMPerS) ?? 0);

    /// <summary>The site, new.</summary>
    /// <exception cref="ArgumentException">A part cannot be; the message names its field.</exception>
    public SiteEnergy Build()
    {
        if (Complain() is { } complaint)
            throw new ArgumentException(complaint);
        return new SiteEnergy(Grid, Battery is null ? null : new Battery(Battery, InitialSoc), Generator is null ? null : new Generator(Generator), FixedLossShare);
    }

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(Grid.ImportKw >= 0) || !(Grid.ExportKw >= 0))
            return $"the grid's importKw and exportKw must be at least 0, not {Grid.ImportKw} and {Grid.ExportKw}";
        if (Battery is { } battery)
        {
            if (battery.Complain() is { } complaint)
                return complaint;
            if (!(InitialSoc >= battery.MinSoc && InitialSoc <= battery.MaxSoc))
                return $"initialSoc must be {battery.MinSoc} to {battery.MaxSoc}, not {InitialSoc}";
        }

        if (Generator?.Complain() is { } wrong)
            return wrong;
        return FixedLossShare >= 0 && double.IsFinite(FixedLossShare) ? null : $"fixedLossShare must be a number of at least 0, not {FixedLossShare}";
    }
}
