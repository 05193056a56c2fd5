namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A slot of a site's energy.</summary>
/// <param name="Number">Its number at the site.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or ends.</param>
/// <param name="IsGap">Whether it stands for a time in which nobody looked.</param>
/// <param name="Source">Who decided.</param>
/// <param name="Reason">The dispatcher's name, or why it was not followed.</param>
/// <param name="BatteryKw">What was asked of the battery, kW.</param>
/// <param name="GeneratorKw">What was asked of the generator, kW.</param>
/// <param name="LoadKwh">Energy of the computers, kWh; null where it is not known.</param>
/// <param name="Conditions">Prices and weather; null where they are not known.</param>
/// <param name="Account">Its account; null where it is not known.</param>
/// <param name="Soc">State of charge at its end; null without a battery.</param>
[GenerateSerializer, Immutable, Alias("controlplane.slot-view")]
public sealed record SlotViewRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset To,
    [property: Id(3)] bool IsGap,
    [property: Id(4)] SlotSourceCode Source,
    [property: Id(5)] string Reason,
    [property: Id(6)] double BatteryKw,
    [property: Id(7)] double GeneratorKw,
    [property: Id(8)] double? LoadKwh,
    [property: Id(9)] ConditionsRecord? Conditions,
    [property: Id(10)] EnergyAccountRecord? Account,
    [property: Id(11)] double? Soc);
