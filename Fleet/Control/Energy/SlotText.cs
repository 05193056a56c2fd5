using System.Globalization;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A slot in words, for events.</summary>
public static class SlotText
{
    /// <summary>The words.</summary>
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
