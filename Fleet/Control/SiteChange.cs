namespace ControlPlane.Fleet.Control;

/// <summary>What to change about a site; what is null stays.</summary>
/// <param name="Draining">Whether it takes no new jobs.</param>
/// <param name="GpuLimit">GPUs it may use, 0 to all it has. Running jobs keep theirs.</param>
/// <param name="ExpectedVersion">The version that the caller saw; null for any.</param>
public sealed record SiteChange(bool? Draining = null, int? GpuLimit = null, long? ExpectedVersion = null);
