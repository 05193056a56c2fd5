namespace ControlPlane.Silo.Http.Bodies;

/// <summary>What to change about a site; what is absent stays.</summary>
/// <param name="Draining">Whether it takes no new jobs.</param>
/// <param name="GpuLimit">GPUs it may use, 0 to all it has. Running jobs keep theirs.</param>
public sealed record SiteBody(bool? Draining, int? GpuLimit);
