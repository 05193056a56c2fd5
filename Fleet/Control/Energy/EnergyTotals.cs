using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>Slots in sum. What is not known is counted and never taken as zero.</summary>
/// <param name="Slots">Slots that are over, with those without an account.</param>
/// <param name="WithoutConditions">Those of them without an account because prices and weather were not known.</param>
/// <param name="Fallbacks">Those of them in which the fall-back decided.</param>
/// <param name="Gaps">Times in which nobody looked.</param>
/// <param name="LoadKwh">Energy of the computers in the slots, kWh, with that of slots without an account.</param>
/// <param name="UnseenKwh">Energy that the computers used, by the site's meters, in times in which nobody looked, kWh.</param>
/// <param name="Account">The accounts of the slots that have one.</param>
public readonly record struct EnergyTotals(long Slots, long WithoutConditions, long Fallbacks, long Gaps, double LoadKwh, double UnseenKwh, EnergySlot Account)
{
    /// <summary>With another slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="unseenKwh">Energy that the computers used if it is a gap, kWh.</param>
    public EnergyTotals With(ClosedSlot slot, double unseenKwh = 0)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.IsGap)
            return this with { Gaps = Gaps + 1, UnseenKwh = UnseenKwh + unseenKwh };
        return new EnergyTotals(
            Slots + 1,
            WithoutConditions + (slot.Account is null ? 1 : 0),
            Fallbacks + (slot.Decision.Source == SlotSource.Fallback ? 1 : 0),
            Gaps,
            LoadKwh + slot.LoadKwh!.Value,
            UnseenKwh,
            Account + (slot.Account ?? default));
    }
}
