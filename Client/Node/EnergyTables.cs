using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;

namespace ControlPlane.Client.Node;

/// <summary>The energy of a node's sites, as tables; for programs JSON under the names of its API. What is not known is a dash, never a zero.</summary>
internal static class EnergyTables
{
    /// <summary>A row a site: now, today and in all.</summary>
    /// <param name="sites">The sites.</param>
    public static Document Sites(IReadOnlyList<SiteEnergyView> sites)
    {
        var table = new Table("", [
            Column.Words("site", "site"), new("load_kw", "load", "kW"), new("price_usd_per_kwh", "price", "USD/kWh"), new("soc", "battery", "%"), new("battery_kw", "told", "kW"),
            Column.Words("source", "by"), new("today_kwh", "today", "kWh"), new("today_usd", "today", "USD"), new("today_kg", "today", "kgCO2"), new("total_kwh", "in all", "kWh"),
            new("total_usd", "in all", "USD"), new("total_kg", "in all", "kgCO2"), new("unknown", "slots", "unknown")]);
        foreach (var site in sites)
        {
            table.Add(
                Cell.Of(site.Site), Cell.Of(site.LoadKw, 1), Cell.Of(site.Running?.Conditions?.Tariff.BuyUsdPerKwh ?? double.NaN, 4), Cell.Of(100 * (site.Battery?.Soc ?? double.NaN), 1),
                Cell.Of(site.Battery?.SetPointKw ?? double.NaN, 1), Source(site.Battery?.Source ?? site.Running?.Source), Cell.Of(site.Today.LoadKwh, 2),
                Cell.Of(site.Today.Account.CostUsd, 2), Cell.Of(site.Today.Account.CarbonKg, 2), Cell.Of(site.Total.LoadKwh, 2), Cell.Of(site.Total.Account.CostUsd, 2),
                Cell.Of(site.Total.Account.CarbonKg, 2), Unknown(site.Total));
        }

        return new Document
        {
            Tables = [table],
            Csv = () => table,
            Json = () => NodeJson.Node(sites),
            Closing = sites.Count == 0 ? ["no site of this fleet has an energy side"] : [],
        };
    }

    /// <summary>A row a slot.</summary>
    /// <param name="page">The slots.</param>
    public static Document Slots(SlotPage page)
    {
        var table = new Table("", [
            new("slot", "slot"), Column.Words("from", "from"), new("load_kwh", "load", "kWh"), new("import_kwh", "import", "kWh"), new("export_kwh", "export", "kWh"),
            new("renewable_kwh", "sun, wind", "kWh"), new("charge_kwh", "charge", "kWh"), new("discharge_kwh", "discharge", "kWh"), new("soc", "battery", "%"),
            new("price_usd_per_kwh", "price", "USD/kWh"), new("cost_usd", "cost", "USD"), new("carbon_kg", "carbon", "kg"), Column.Words("source", "by"), Column.Words("reason", "reason")]);
        foreach (var slot in page.Slots)
        {
            table.Add(
                Cell.Of(slot.Number), NodeTables.At(slot.From), Cell.Of(slot.LoadKwh ?? double.NaN, 3), Of(slot, a => a.ImportKwh), Of(slot, a => a.ExportKwh), Of(slot, a => a.RenewableKwh),
                Of(slot, a => a.ChargeKwh), Of(slot, a => a.DischargeKwh), Cell.Of(100 * (slot.Soc ?? double.NaN), 1), Cell.Of(slot.Conditions?.Tariff.BuyUsdPerKwh ?? double.NaN, 4),
                Of(slot, a => a.CostUsd), Of(slot, a => a.CarbonKg), slot.IsGap ? Cell.Of("gap", CellMark.Faint) : Source(slot.Source), Cell.Of(slot.Reason));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(page), Closing = page.Slots.Count == 0 ? ["no slot is over yet"] : [] };
    }

    /// <summary>A row a battery.</summary>
    /// <param name="batteries">The batteries.</param>
    public static Document Batteries(IReadOnlyList<BatteryView> batteries)
    {
        var table = new Table("", [
            Column.Words("site", "site"), new("soc", "charge", "%"), new("stored_kwh", "stored", "kWh"), new("capacity_kwh", "capacity", "kWh"), new("max_charge_kw", "takes", "kW"),
            new("max_discharge_kw", "gives", "kW"), new("set_point_kw", "told", "kW"), Column.Words("source", "by"), Column.Words("until", "until"), Column.Words("reason", "reason")]);
        foreach (var battery in batteries)
        {
            table.Add(
                Cell.Of(battery.Site), Cell.Of(100 * battery.Soc, 1), Cell.Of(battery.StoredKwh, 2), Cell.Of(battery.CapacityKwh, 1), Cell.Of(battery.MaxChargeKw, 1),
                Cell.Of(battery.MaxDischargeKw, 1), Cell.Of(battery.SetPointKw, 1), Source(battery.Source), NodeTables.At(battery.Override?.Until), Cell.Of(battery.Reason));
        }

        return new Document
        {
            Tables = [table],
            Csv = () => table,
            Json = () => NodeJson.Node(batteries),
            Closing = batteries.Count == 0 ? ["no site of this fleet has a battery"] : [.. batteries.Select(b => b.Override?.Note).OfType<string>()],
        };
    }

    /// <summary>One battery.</summary>
    /// <param name="battery">The battery.</param>
    public static Document Battery(BatteryView battery) => Batteries([battery]) with { Json = () => NodeJson.Node(battery) };

    private static Cell Of(SlotView slot, Func<EnergySlot, double> read) => Cell.Of(slot.Account is { } account ? read(account) : double.NaN, 3);

    private static Cell Unknown(EnergyTotals totals)
    {
        var unknown = totals.WithoutConditions + totals.Gaps;
        return Cell.Of(unknown, 0, unknown > 0 ? CellMark.Bad : CellMark.None);
    }

    private static Cell Source(SlotSource? source) => source is { } known
        ? Cell.Of(NodeWords.Of(known), known switch
        {
            SlotSource.Override => CellMark.Best,
            SlotSource.Fallback => CellMark.Bad,
            _ => CellMark.None,
        })
        : Cell.Empty;
}
