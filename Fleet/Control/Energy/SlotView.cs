using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A slot as a host shows it.</summary>
/// <param name="Number">Its number at the site, ascending from 1.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or ends.</param>
/// <param name="IsGap">Whether it stands for a time in which nobody looked, of any length: load and account are not known.</param>
/// <param name="Source">Who decided what the battery does.</param>
/// <param name="Reason">The dispatcher's name, or why it was not followed, for people.</param>
/// <param name="BatteryKw">What the dispatcher asked of the battery, kW: above 0 charges, below 0 discharges.</param>
/// <param name="GeneratorKw">What the dispatcher asked of the generator, kW.</param>
/// <param name="LoadKwh">Energy of the computers, kWh; null where it is not known.</param>
/// <param name="Conditions">Prices and weather; null where they are not known.</param>
/// <param name="Account">Its account; null where prices and weather, or all of it, are not known.</param>
/// <param name="Soc">State of charge at its end; null without a battery.</param>
public sealed record SlotView(
    long Number,
    DateTimeOffset From,
    DateTimeOffset To,
    bool IsGap,
    SlotSource Source,
    string Reason,
    double BatteryKw,
    double GeneratorKw,
    double? LoadKwh,
    SiteConditions? Conditions,
    EnergySlot? Account,
    double? Soc);
