namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Slots in sum.</summary>
/// <param name="Slots">Slots that are over.</param>
/// <param name="WithoutConditions">Those without an account because prices and weather were not known.</param>
/// <param name="Fallbacks">Those in which the fall-back decided.</param>
/// <param name="Gaps">Times in which nobody looked.</param>
/// <param name="LoadKwh">Energy of the computers in the slots, kWh.</param>
/// <param name="UnseenKwh">Energy of the computers in times in which nobody looked, kWh.</param>
/// <param name="Account">The accounts of the slots that have one.</param>
[GenerateSerializer, Immutable, Alias("controlplane.energy-totals")]
public sealed record EnergyTotalsRecord(
    [property: Id(0)] long Slots,
    [property: Id(1)] long WithoutConditions,
    [property: Id(2)] long Fallbacks,
    [property: Id(3)] long Gaps,
    [property: Id(4)] double LoadKwh,
    [property: Id(5)] double UnseenKwh,
    [property: Id(6)] EnergyAccountRecord Account);
