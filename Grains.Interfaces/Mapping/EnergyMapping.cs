using ControlPlane.Fleet.Energy;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>The energy of sites, between Fleet and the wire.</summary>
public static class EnergyMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="spec">The site.</param>
    public static SiteEnergyRecord ToWire(this SiteEnergySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new SiteEnergyRecord(
            spec.Grid.ImportKw,
            spec.Grid.ExportKw,
            spec.Battery?.ToWire(),
            spec.InitialSoc,
            spec.Generator is { } g ? new GeneratorSpecRecord(g.MinKw, g.MaxKw, g.RampKwPerH, g.RunningUsdPerH, g.FuelUsdPerKwh, g.FuelUsdPerKw2H, g.CarbonKgPerKwh) : null,
            spec.Pv?.NominalKw,
            spec.Wind is { } w ? new WindTurbineRecord(w.NominalKw, w.CutInMPerS, w.RatedMPerS, w.CutOutMPerS) : null,
            spec.Cooling is { } c ? new CoolingRecord(c.BaseCop, c.SlopePerC, c.NominalC, c.LeastCop, c.MostCop) : null,
            spec.FixedLossShare);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static SiteEnergySpec ToFleet(this SiteEnergyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new SiteEnergySpec(new GridLimits(record.ImportKw, record.ExportKw))
        {
            Battery = record.Battery?.ToFleet(),
            InitialSoc = record.InitialSoc,
            Generator = record.Generator is { } g
                ? new GeneratorSpec(g.MinKw, g.MaxKw)
                {
                    RampKwPerH = g.RampKwPerH,
                    RunningUsdPerH = g.RunningUsdPerH,
                    FuelUsdPerKwh = g.FuelUsdPerKwh,
                    FuelUsdPerKw2H = g.FuelUsdPerKw2H,
                    CarbonKgPerKwh = g.CarbonKgPerKwh,
                }
                : null,
            Pv = record.PvKw is { } pv ? new PvArray(pv) : null,
            Wind = record.Wind is { } w ? new WindTurbine(w.NominalKw, w.CutInMPerS, w.RatedMPerS, w.CutOutMPerS) : null,
            Cooling = record.Cooling is { } c ? new CoolingModel(c.BaseCop, c.SlopePerC, c.NominalC, c.LeastCop, c.MostCop) : null,
            FixedLossShare = record.FixedLossShare,
        };
    }

    /// <summary>To the wire.</summary>
    /// <param name="spec">The battery.</param>
    public static BatterySpecRecord ToWire(this BatterySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new BatterySpecRecord(
            spec.CapacityKwh, spec.MaxChargeKw, spec.MaxDischargeKw, spec.ChargeEfficiency, spec.DischargeEfficiency, spec.MinSoc, spec.MaxSoc, spec.SelfDischargePerH, spec.WearUsdPerKwh);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static BatterySpec ToFleet(this BatterySpecRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new BatterySpec(record.CapacityKwh, record.MaxChargeKw, record.MaxDischargeKw)
        {
            ChargeEfficiency = record.ChargeEfficiency,
            DischargeEfficiency = record.DischargeEfficiency,
            MinSoc = record.MinSoc,
            MaxSoc = record.MaxSoc,
            SelfDischargePerH = record.SelfDischargePerH,
            WearUsdPerKwh = record.WearUsdPerKwh,
        };
    }

    /// <summary>To the wire.</summary>
    /// <param name="conditions">What the world offers.</param>
    public static ConditionsRecord ToWire(this in SiteConditions conditions) => new(
        conditions.Tariff.BuyUsdPerKwh, conditions.Tariff.SellUsdPerKwh, conditions.Tariff.CarbonKgPerKwh, conditions.IrradianceWPerM2, conditions.WindMPerS, conditions.OutdoorC);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static SiteConditions ToFleet(this ConditionsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new SiteConditions(new Tariff(record.BuyUsdPerKwh, record.SellUsdPerKwh, record.CarbonKgPerKwh), record.IrradianceWPerM2, record.WindMPerS, record.OutdoorC);
    }

    /// <summary>To the wire.</summary>
    /// <param name="flow">What a battery did.</param>
    /// <param name="storedKwh">Energy in its cells at the end, kWh.</param>
    public static BatteryFlowRecord ToWire(this in BatteryFlow flow, double storedKwh) =>
        new(flow.ChargedKwh, flow.DischargedKwh, flow.LostKwh, flow.WearUsd, flow.IsCut, storedKwh);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static BatteryFlow ToFleet(this BatteryFlowRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new BatteryFlow(record.ChargedKwh, record.DischargedKwh, record.LostKwh, record.WearUsd, record.IsCut);
    }

    /// <summary>To the wire.</summary>
    /// <param name="account">The account.</param>
    public static EnergyAccountRecord ToWire(this in EnergySlot account) => new(
        account.ImportKwh, account.RenewableKwh, account.DischargeKwh, account.GeneratorKwh, account.UnservedKwh, account.LoadKwh, account.CoolingKwh, account.FixedLossKwh,
        account.ChargeKwh, account.ExportKwh, account.CurtailedKwh, account.ImportUsd, account.ExportUsd, account.WearUsd, account.FuelUsd, account.CarbonKg);

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static EnergySlot ToFleet(this EnergyAccountRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new EnergySlot
        {
            ImportKwh = record.ImportKwh,
            RenewableKwh = record.RenewableKwh,
            DischargeKwh = record.DischargeKwh,
            GeneratorKwh = record.GeneratorKwh,
            UnservedKwh = record.UnservedKwh,
            LoadKwh = record.LoadKwh,
            CoolingKwh = record.CoolingKwh,
            FixedLossKwh = record.FixedLossKwh,
            ChargeKwh = record.ChargeKwh,
            ExportKwh = record.ExportKwh,
            CurtailedKwh = record.CurtailedKwh,
            ImportUsd = record.ImportUsd,
            ExportUsd = record.ExportUsd,
            WearUsd = record.WearUsd,
            FuelUsd = record.FuelUsd,
            CarbonKg = record.CarbonKg,
        };
    }
}
