namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The energy side of a site as it was built.</summary>
/// <param name="ImportKw">The most power bought, kW.</param>
/// <param name="ExportKw">The most power sold, kW.</param>
/// <param name="Battery">The battery; null for none.</param>
/// <param name="InitialSoc">State of charge at the beginning.</param>
/// <param name="Generator">The generator; null for none.</param>
/// <param name="PvKw">Nominal power of the panels, kW; null for none.</param>
/// <param name="Wind">The turbine; null for none.</param>
/// <param name="Cooling">The cooling; null where none is counted.</param>
/// <param name="FixedLossShare">Of all power used, so much more is lost.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-energy")]
public sealed record SiteEnergyRecord(
    [property: Id(0)] double ImportKw,
    [property: Id(1)] double ExportKw,
    [property: Id(2)] BatterySpecRecord? Battery,
    [property: Id(3)] double InitialSoc,
    [property: Id(4)] GeneratorSpecRecord? Generator,
    [property: Id(5)] double? PvKw,
    [property: Id(6)] WindTurbineRecord? Wind,
    [property: Id(7)] CoolingRecord? Cooling,
    [property: Id(8)] double FixedLossShare);
