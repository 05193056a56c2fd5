namespace ControlPlane.Fleet.Control;

/// <summary>A page of jobs, the newest first.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record JobPage(IReadOnlyList<JobView> Jobs, string? Next);
