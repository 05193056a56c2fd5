namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A wind turbine.</summary>
/// <param name="NominalKw">Power at the rated speed, kW.</param>
/// <param name="CutInMPerS">Wind speed at which it begins, m/s.</param>
/// <param name="RatedMPerS">Wind speed of its nominal power, m/s.</param>
/// <param name="CutOutMPerS">Wind speed at which it stops, m/s.</param>
[GenerateSerializer, Immutable, Alias("controlplane.wind-turbine")]
public sealed record WindTurbineRecord(
    [property: Id(0)] double NominalKw,
    [property: Id(1)] double CutInMPerS,
    [property: Id(2)] double RatedMPerS,
    [property: Id(3)] double CutOutMPerS);
