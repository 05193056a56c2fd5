namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a battery is made with.</summary>
/// <param name="Spec">Its data sheet.</param>
/// <param name="InitialSoc">State of charge at the beginning.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-setup")]
public sealed record BatterySetup(
    [property: Id(0)] BatterySpecRecord Spec,
    [property: Id(1)] double InitialSoc);
