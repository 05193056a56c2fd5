namespace ControlPlane.Fleet.Control.Policies;

/// <summary>A version that decides about a share of the jobs.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Share">The share of the jobs, (0, 1]; a hash of a job's id says whether it is one of them.</param>
/// <param name="Decisions">Decisions on where jobs go that the version has taken, ever.</param>
/// <param name="Replaced">Placements and allocations of it that the shield replaced.</param>
/// <param name="FailedInARow">How many of the last ones the shield replaced; three take the version out.</param>
public sealed record CanaryView(int Version, double Share, long Decisions, long Replaced, int FailedInARow);
