using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Energy;

/// <summary>How accounts of energy and what they rest on are written in journals and snapshots.</summary>
internal static class EnergySlotState
{
    public static void Write(this StateWriter writer, in EnergySlot slot)
    {
        writer.Real(slot.ImportKwh);
        writer.Real(slot.RenewableKwh);
        writer.Real(slot.DischargeKwh);
        writer.Real(slot.GeneratorKwh);
        writer.Real(slot.UnservedKwh);
        writer.Real(slot.LoadKwh);
        writer.Real(slot.CoolingKwh);
        writer.Real(slot.FixedLossKwh);
        writer.Real(slot.ChargeKwh);
        writer.Real(slot.ExportKwh);
        writer.Real(slot.CurtailedKwh);
        writer.Real(slot.ImportUsd);
        writer.Real(slot.ExportUsd);
        writer.Real(slot.WearUsd);
        writer.Real(slot.FuelUsd);
        writer.Real(slot.CarbonKg);
    }

    public static EnergySlot ReadEnergySlot(this ref StateReader reader) => new()
    {
        ImportKwh = reader.Finite(),
        RenewableKwh = reader.Finite(),
        DischargeKwh = reader.Finite(),
        GeneratorKwh = reader.Finite(),
        UnservedKwh = reader.Finite(),
        LoadKwh = reader.Finite(),
        CoolingKwh = reader.Finite(),
        FixedLossKwh = reader.Finite(),
        ChargeKwh = reader.Finite(),
        ExportKwh = reader.Finite(),
        CurtailedKwh = reader.Finite(),
        ImportUsd = reader.Finite(),
        ExportUsd = reader.Finite(),
        WearUsd = reader.Finite(),
        FuelUsd = reader.Finite(),
        CarbonKg = reader.Finite(),
    };

    public static void Write(this StateWriter writer, in SiteConditions conditions)
    {
        writer.Real(conditions.Tariff.BuyUsdPerKwh);
        writer.Real(conditions.Tariff.SellUsdPerKwh);
        writer.Real(conditions.Tariff.CarbonKgPerKwh);
        writer.Real(conditions.IrradianceWPerM2);
        writer.Real(conditions.WindMPerS);
        writer.Real(conditions.OutdoorC);
    }

    public static SiteConditions ReadConditions(this ref StateReader reader) =>
        new(new Tariff(reader.Finite(), reader.Finite(), reader.Finite()), reader.Finite(), reader.Finite(), reader.Finite());
}
