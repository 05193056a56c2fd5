namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Three coefficients of a power or speed model.</summary>
/// <param name="Alpha">First coefficient.</param>
/// <param name="Beta">Second coefficient.</param>
/// <param name="Gamma">Third coefficient.</param>
[GenerateSerializer, Immutable, Alias("controlplane.coefficients")]
public readonly record struct CoefficientsRecord(
    [property: Id(0)] double Alpha,
    [property: Id(1)] double Beta,
    [property: Id(2)] double Gamma);
