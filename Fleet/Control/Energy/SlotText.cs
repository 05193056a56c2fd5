using System.Globalization;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>Slots and overrides in words, for events and the audit log.</summary>
public static class SlotText
{
    /// <summary>An override that begins.</summary>
    /// <param name="order">The override.</param>
    public static string Of(BatteryOverride order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return string.Create(CultureInfo.InvariantCulture, $"{order.SetPointKw} kW until {DateTimeOffset.UnixEpoch.AddSeconds(order.UntilS):u}: {order.Reason}");
    }

    /// <summary>An override that has ended by itself.</summary>
    /// <param name="order">The override.</param>
    public static string Ended(BatteryOverride order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return $"the time of {order.Actor} is over";
    }

    /// <summary>A slot that is over.</summary>
    /// <param name="slot">The slot.</param>
    public static string Of(ClosedSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.IsGap)
            return string.Create(CultureInfo.InvariantCulture, $"slot {slot.Number}: nobody looked for {slot.ToS - slot.FromS:0} s");
        if (slot.Account is not { } account)
            return string.Create(CultureInfo.InvariantCulture, $"slot {slot.Number}: load {slot.LoadKwh:0.###} kWh, prices and weather not known");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"slot {slot.Number}: load {slot.LoadKwh:0.###} kWh, import {account.ImportKwh:0.###}, export {account.ExportKwh:0.###}, {account.CostUsd:0.####} USD, {account.CarbonKg:0.###} kgCO2");
    }
}
