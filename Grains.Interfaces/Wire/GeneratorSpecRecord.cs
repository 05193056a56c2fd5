namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A generator.</summary>
/// <param name="MinKw">The least power while it runs, kW.</param>
/// <param name="MaxKw">The most power, kW.</param>
/// <param name="RampKwPerH">How fast its power may change, kW an hour.</param>
/// <param name="RunningUsdPerH">Cost of running at all, USD an hour.</param>
/// <param name="FuelUsdPerKwh">Fuel, USD per kWh.</param>
/// <param name="FuelUsdPerKw2H">Fuel that grows with the square of the power, USD per kW²h.</param>
/// <param name="CarbonKgPerKwh">Emissions, kg CO₂ per kWh.</param>
[GenerateSerializer, Immutable, Alias("controlplane.generator-spec")]
public sealed record GeneratorSpecRecord(
    [property: Id(0)] double MinKw,
    [property: Id(1)] double MaxKw,
    [property: Id(2)] double RampKwPerH,
    [property: Id(3)] double RunningUsdPerH,
    [property: Id(4)] double FuelUsdPerKwh,
    [property: Id(5)] double FuelUsdPerKw2H,
    [property: Id(6)] double CarbonKgPerKwh);
