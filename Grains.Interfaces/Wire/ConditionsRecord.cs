namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What the world offers a site during a slot.</summary>
/// <param name="BuyUsdPerKwh">Price of a bought kWh, USD.</param>
/// <param name="SellUsdPerKwh">Price of a sold kWh, USD.</param>
/// <param name="CarbonKgPerKwh">Emissions of a bought kWh, kg CO₂.</param>
/// <param name="IrradianceWPerM2">Irradiance, W/m².</param>
/// <param name="WindMPerS">Wind speed, m/s.</param>
/// <param name="OutdoorC">Temperature outside, °C.</param>
[GenerateSerializer, Immutable, Alias("controlplane.conditions")]
public sealed record ConditionsRecord(
    [property: Id(0)] double BuyUsdPerKwh,
    [property: Id(1)] double SellUsdPerKwh,
    [property: Id(2)] double CarbonKgPerKwh,
    [property: Id(3)] double IrradianceWPerM2,
    [property: Id(4)] double WindMPerS,
    [property: Id(5)] double OutdoorC);
