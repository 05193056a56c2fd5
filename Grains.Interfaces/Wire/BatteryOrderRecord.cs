namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an operator asks of a battery.</summary>
/// <param name="SetPointKw">Power, kW: above 0 charges, below 0 discharges, 0 holds.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpectedVersion">The version that the caller saw; null for any.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-order")]
public sealed record BatteryOrderRecord(
    [property: Id(0)] double SetPointKw,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] string Reason,
    [property: Id(3)] long? ExpectedVersion);
