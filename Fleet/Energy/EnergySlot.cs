namespace ControlPlane.Fleet.Energy;

/// <summary>
/// The account of energy and money of a site over a slot, or over many. It closes: import + renewable + discharge + generator + unserved = load + cooling + fixed loss +
/// charge + export + curtailed.
/// </summary>
public readonly record struct EnergySlot
{
    /// <summary>Bought, kWh.</summary>
    public double ImportKwh { get; init; }

    /// <summary>Offered by sun and wind, kWh, with what was curtailed.</summary>
    public double RenewableKwh { get; init; }

    /// <summary>Given by the battery, kWh.</summary>
    public double DischargeKwh { get; init; }

    /// <summary>Given by the generator, kWh.</summary>
    public double GeneratorKwh { get; init; }

    /// <summary>Needed and not there, kWh: the grid connection was too small. A site that runs well has none.</summary>
    public double UnservedKwh { get; init; }

    /// <summary>Used by the computers, kWh.</summary>
    public double LoadKwh { get; init; }

    /// <summary>Used by the cooling, kWh.</summary>
    public double CoolingKwh { get; init; }

    /// <summary>Lost in transformers and cables, kWh.</summary>
    public double FixedLossKwh { get; init; }

    /// <summary>Taken by the battery, kWh.</summary>
    public double ChargeKwh { get; init; }

    /// <summary>Sold, kWh.</summary>
    public double ExportKwh { get; init; }

    /// <summary>Offered by sun and wind and not used, kWh.</summary>
    public double CurtailedKwh { get; init; }

    /// <summary>Paid for what was bought, USD.</summary>
    public double ImportUsd { get; init; }

    /// <summary>Earned with what was sold, USD.</summary>
    public double ExportUsd { get; init; }

    /// <summary>Wear of the battery, USD.</summary>
    public double WearUsd { get; init; }

    /// <summary>Fuel of the generator, USD.</summary>
    public double FuelUsd { get; init; }

    /// <summary>Emissions of what was bought and of the generator, kg CO₂.</summary>
    public double CarbonKg { get; init; }

    /// <summary>What the energy cost, USD: bought + wear + fuel − sold.</summary>
    public double CostUsd => ImportUsd + WearUsd + FuelUsd - ExportUsd;

    /// <summary>What came in or was missing, kWh.</summary>
    public double SourcesKwh => ImportKwh + RenewableKwh + DischargeKwh + GeneratorKwh + UnservedKwh;

    /// <summary>What was used or went out, kWh.</summary>
    public double SinksKwh => LoadKwh + CoolingKwh + FixedLossKwh + ChargeKwh + ExportKwh + CurtailedKwh;

    /// <summary>By how much it does not close, relative to what came in; rounding only.</summary>
    public double Residual => Math.Abs(SourcesKwh - SinksKwh) / Math.Max(1e-9, Math.Max(SourcesKwh, SinksKwh));

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static EnergySlot operator +(in EnergySlot one, in EnergySlot other) => Add(one, other);

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static EnergySlot Add(in EnergySlot one, in EnergySlot other) => new()
    {
        ImportKwh = one.ImportKwh + other.ImportKwh,
        RenewableKwh = one.RenewableKwh + other.RenewableKwh,
        DischargeKwh = one.DischargeKwh + other.DischargeKwh,
        GeneratorKwh = one.GeneratorKwh + other.GeneratorKwh,
        UnservedKwh = one.UnservedKwh + other.UnservedKwh,
        LoadKwh = one.LoadKwh + other.LoadKwh,
        CoolingKwh = one.CoolingKwh + other.CoolingKwh,
        FixedLossKwh = one.FixedLossKwh + other.FixedLossKwh,
        ChargeKwh = one.ChargeKwh + other.ChargeKwh,
        ExportKwh = one.ExportKwh + other.ExportKwh,
        CurtailedKwh = one.CurtailedKwh + other.CurtailedKwh,
        ImportUsd = one.ImportUsd + other.ImportUsd,
        ExportUsd = one.ExportUsd + other.ExportUsd,
        WearUsd = one.WearUsd + other.WearUsd,
        FuelUsd = one.FuelUsd + other.FuelUsd,
        CarbonKg = one.CarbonKg + other.CarbonKg,
    };
}
