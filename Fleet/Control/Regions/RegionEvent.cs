namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Something that happened at an ingress or a site.</summary>
/// <param name="Number">Its number there, ascending by one from 1.</param>
/// <param name="AtS">When, seconds.</param>
/// <param name="Kind">What: one of the words of <see cref="ControlEvent"/>.</param>
/// <param name="Job">Id of the job; null if it is about none.</param>
/// <param name="Site">Site index; -1 if it is about none.</param>
/// <param name="Detail">More, for people.</param>
public sealed record RegionEvent(long Number, double AtS, string Kind, string? Job, int Site, string Detail);
