namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a battery did in a slot.</summary>
/// <param name="ChargedKwh">Taken at its terminals, kWh.</param>
/// <param name="DischargedKwh">Given at its terminals, kWh.</param>
/// <param name="LostKwh">Lost in it, kWh.</param>
/// <param name="WearUsd">Wear, USD.</param>
/// <param name="IsCut">Whether it did less than it was asked.</param>
/// <param name="StoredKwh">Energy in its cells at the end, kWh.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-flow")]
public sealed record BatteryFlowRecord(
    [property: Id(0)] double ChargedKwh,
    [property: Id(1)] double DischargedKwh,
    [property: Id(2)] double LostKwh,
    [property: Id(3)] double WearUsd,
    [property: Id(4)] bool IsCut,
    [property: Id(5)] double StoredKwh);
