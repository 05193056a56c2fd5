namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Something that happened at an ingress, a site or the coordinator.</summary>
/// <param name="Number">Its number there, ascending by one.</param>
/// <param name="AtS">When, seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="Job">Id of the job; null if none.</param>
/// <param name="Site">Site index; -1 if none.</param>
/// <param name="Detail">More, for people.</param>
[GenerateSerializer, Immutable, Alias("controlplane.event")]
public sealed record EventRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] double AtS,
    [property: Id(2)] string Kind,
    [property: Id(3)] string? Job,
    [property: Id(4)] int Site,
    [property: Id(5)] string Detail);
