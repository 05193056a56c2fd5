namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a site did in a slot.</summary>
/// <param name="Account">Its account.</param>
/// <param name="BatteryKw">What its dispatcher asked of the battery, kW.</param>
/// <param name="GeneratorKw">What it asked of the generator, kW.</param>
/// <param name="StoredKwh">Energy in the battery at the end, kWh.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-slot")]
public sealed record SiteSlotRecord(
    [property: Id(0)] EnergyAccountRecord Account,
    [property: Id(1)] double BatteryKw,
    [property: Id(2)] double GeneratorKw,
    [property: Id(3)] double StoredKwh);
