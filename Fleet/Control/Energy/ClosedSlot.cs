using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A slot that is over.</summary>
/// <param name="Number">Its number at the site, ascending from 1.</param>
/// <param name="FromS">When it began, seconds since 1970 in UTC.</param>
/// <param name="ToS">When it ended, seconds since 1970 in UTC.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="LoadKwh">Energy of the computers, kWh; null for a time in which nobody looked.</param>
/// <param name="Account">Its account; null where prices and weather, or all of it, are not known.</param>
/// <param name="Soc">State of charge at its end; null without a battery.</param>
public sealed record ClosedSlot(long Number, double FromS, double ToS, SlotDecision Decision, double? LoadKwh, EnergySlot? Account, double? Soc)
{
    /// <summary>Its length, hours.</summary>
    public double Hours => (ToS - FromS) / 3600;

    /// <summary>Whether it stands for a time in which nobody looked, of any length.</summary>
    public bool IsGap => LoadKwh is null;
}
