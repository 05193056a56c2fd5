namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The energy of a site as its grain shows it.</summary>
/// <param name="LoadKw">Present power of the computers, kW.</param>
/// <param name="Running">The slot that runs; null before the first.</param>
/// <param name="Last">The last slot that is over; null before the first.</param>
/// <param name="Today">The slots that began today, in UTC.</param>
/// <param name="Total">All slots.</param>
/// <param name="CarriedKwh">What no slot has taken yet, kWh.</param>
/// <param name="Battery">The battery; null for none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-energy-view")]
public sealed record SiteEnergyViewRecord(
    [property: Id(0)] double LoadKw,
    [property: Id(1)] SlotViewRecord? Running,
    [property: Id(2)] SlotViewRecord? Last,
    [property: Id(3)] EnergyTotalsRecord Today,
    [property: Id(4)] EnergyTotalsRecord Total,
    [property: Id(5)] double CarriedKwh,
    [property: Id(6)] BatteryViewRecord? Battery);
