using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Slots and batteries of sites, between Fleet and the wire.</summary>
public static class SlotMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="order">What an operator asks.</param>
    public static BatteryOrderRecord ToWire(this BatteryOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new BatteryOrderRecord(order.SetPointKw, order.Until, order.Reason, order.ExpectedVersion);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static BatteryOrder ToFleet(this BatteryOrderRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new BatteryOrder(record.SetPointKw, record.Until, record.Reason, record.ExpectedVersion);
    }

    /// <summary>To the wire.</summary>
    /// <param name="view">The energy of a site.</param>
    public static SiteEnergyViewRecord ToWire(this SiteEnergyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new SiteEnergyViewRecord(view.LoadKw, view.Running?.ToWire(), view.Last?.ToWire(), view.Today.ToWire(), view.Total.ToWire(), view.CarriedKwh, view.Battery?.ToWire());
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="spec">Its energy side.</param>
    public static SiteEnergyView ToFleet(this SiteEnergyViewRecord record, string site, SiteEnergySpec spec)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new SiteEnergyView(
            site, record.LoadKw, record.Running?.ToFleet(), record.Last?.ToFleet(), record.Today.ToFleet(), record.Total.ToFleet(), record.CarriedKwh, record.Battery?.ToFleet(site, spec));
    }

    /// <summary>To the wire.</summary>
    /// <param name="view">The battery.</param>
    public static BatteryViewRecord ToWire(this BatteryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var order = view.Override;
        return new BatteryViewRecord(
            view.Soc,
            view.StoredKwh,
            view.SetPointKw,
            (SlotSourceCode)view.Source,
            view.Reason,
            order is null ? null : new OverrideRecord(order.AskedKw, order.SetPointKw, order.Since, order.Until, order.Actor, order.Reason, order.Note),
            view.Version);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="spec">The energy side of the site, with a battery.</param>
    public static BatteryView ToFleet(this BatteryViewRecord record, string site, SiteEnergySpec spec)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(spec);
        var (battery, order) = (spec.Battery!, record.Override);
        return new BatteryView(
            site,
            record.Soc,
            record.StoredKwh,
            battery.CapacityKwh,
            battery.MinSoc,
            battery.MaxSoc,
            battery.MaxChargeKw,
            battery.MaxDischargeKw,
            record.SetPointKw,
            (SlotSource)record.Source,
            record.Reason,
            order is null ? null : new OverrideView(order.AskedKw, order.SetPointKw, order.Since, order.Until, order.Actor, order.Reason, order.Note),
            record.Version);
    }

    /// <summary>To the wire.</summary>
    /// <param name="page">The page.</param>
    public static SlotPageRecord ToWire(this SlotPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new SlotPageRecord([.. page.Slots.Select(ToWire)], page.Next);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    /// <param name="site">Name of the site.</param>
    public static SlotPage ToFleet(this SlotPageRecord record, string site)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new SlotPage(site, [.. record.Slots.Select(ToFleet)], record.Next);
    }

    private static SlotViewRecord ToWire(this SlotView slot) => new(
        slot.Number,
        slot.From,
        slot.To,
        slot.IsGap,
        (SlotSourceCode)slot.Source,
        slot.Reason,
        slot.BatteryKw,
        slot.GeneratorKw,
        slot.LoadKwh,
        slot.Conditions?.ToWire(),
        slot.Account?.ToWire(),
        slot.Soc);

    private static SlotView ToFleet(this SlotViewRecord record) => new(
        record.Number,
        record.From,
        record.To,
        record.IsGap,
        (SlotSource)record.Source,
        record.Reason,
        record.BatteryKw,
        record.GeneratorKw,
        record.LoadKwh,
        record.Conditions?.ToFleet(),
        record.Account?.ToFleet(),
        record.Soc);

    private static EnergyTotalsRecord ToWire(this in EnergyTotals totals) =>
        new(totals.Slots, totals.WithoutConditions, totals.Fallbacks, totals.Gaps, totals.LoadKwh, totals.UnseenKwh, totals.Account.ToWire());

    private static EnergyTotals ToFleet(this EnergyTotalsRecord record) =>
        new(record.Slots, record.WithoutConditions, record.Fallbacks, record.Gaps, record.LoadKwh, record.UnseenKwh, record.Account.ToFleet());
}
