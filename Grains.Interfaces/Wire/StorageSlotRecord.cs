namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A slot of a forecast.</summary>
/// <param name="NetKw">Power needed beyond sun and wind, kW.</param>
/// <param name="BuyUsdPerKwh">Price of a bought kWh, USD.</param>
/// <param name="SellUsdPerKwh">Price of a sold kWh, USD.</param>
/// <param name="CarbonKgPerKwh">Emissions of a bought kWh, kg CO₂.</param>
/// <param name="Hours">Length, h.</param>
[GenerateSerializer, Immutable, Alias("controlplane.storage-slot")]
public sealed record StorageSlotRecord(
    [property: Id(0)] double NetKw,
    [property: Id(1)] double BuyUsdPerKwh,
    [property: Id(2)] double SellUsdPerKwh,
    [property: Id(3)] double CarbonKgPerKwh,
    [property: Id(4)] double Hours);
