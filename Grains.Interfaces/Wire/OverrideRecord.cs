namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>An operator's word for a battery.</summary>
/// <param name="AskedKw">Power that was asked, kW.</param>
/// <param name="SetPointKw">The same within what the battery can do, kW.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was not taken as it was asked; null when all was.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-override")]
public sealed record OverrideRecord(
    [property: Id(0)] double AskedKw,
    [property: Id(1)] double SetPointKw,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] string Actor,
    [property: Id(5)] string Reason,
    [property: Id(6)] string? Note);
