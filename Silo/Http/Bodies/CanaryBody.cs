namespace ControlPlane.Silo.Http.Bodies;

/// <summary>The version that decides about a share of the jobs.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Share">The share, above 0 and at most 1.</param>
public sealed record CanaryBody(int Version, double Share);
