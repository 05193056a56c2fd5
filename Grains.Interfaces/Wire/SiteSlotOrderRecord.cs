using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a site is to run in a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="LoadKw">Mean power of its computers, kW.</param>
/// <param name="Conditions">What the world offers.</param>
/// <param name="Hours">Length, h.</param>
/// <param name="HoursToTarget">Time to the end of the day, h; infinite for no target.</param>
/// <param name="Forecast">The slots after it, the nearest first.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-slot-order")]
public sealed record SiteSlotOrderRecord(
    [property: Id(0)] int Slot,
    [property: Id(1)] double LoadKw,
    [property: Id(2)] ConditionsRecord Conditions,
    [property: Id(3)] double Hours,
    [property: Id(4)] double HoursToTarget,
    [property: Id(5)] ImmutableArray<StorageSlotRecord> Forecast);
