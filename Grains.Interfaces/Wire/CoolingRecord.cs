namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Cooling by a coefficient of performance.</summary>
/// <param name="BaseCop">COP at the nominal temperature.</param>
/// <param name="SlopePerC">How much it falls per °C.</param>
/// <param name="NominalC">The nominal temperature, °C.</param>
/// <param name="LeastCop">The least COP.</param>
/// <param name="MostCop">The most.</param>
[GenerateSerializer, Immutable, Alias("controlplane.cooling")]
public sealed record CoolingRecord(
    [property: Id(0)] double BaseCop,
    [property: Id(1)] double SlopePerC,
    [property: Id(2)] double NominalC,
    [property: Id(3)] double LeastCop,
    [property: Id(4)] double MostCop);
