namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A battery as its site's grain shows it; what it is comes from the fleet.</summary>
/// <param name="Soc">State of charge when it was last settled.</param>
/// <param name="StoredKwh">Energy in its cells then, kWh.</param>
/// <param name="SetPointKw">What it is told now, kW.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="Reason">The dispatcher's name, or why it is not followed.</param>
/// <param name="Override">What an operator said; null when the dispatcher decides.</param>
/// <param name="Version">Grows with every change of what operators say.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-view")]
public sealed record BatteryViewRecord(
    [property: Id(0)] double Soc,
    [property: Id(1)] double StoredKwh,
    [property: Id(2)] double SetPointKw,
    [property: Id(3)] SlotSourceCode Source,
    [property: Id(4)] string Reason,
    [property: Id(5)] OverrideRecord? Override,
    [property: Id(6)] long Version);
