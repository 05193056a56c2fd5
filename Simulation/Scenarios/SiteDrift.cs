namespace ControlPlane.Simulation.Scenarios;

/// <summary>How what a site really needs moves away from its table while a scenario runs; policies keep the table.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Changes">Changes in order of time; one ends before the next begins.</param>
/// <param name="Walk">A random walk on top of them; null for none.</param>
public sealed record SiteDrift(int Site, IReadOnlyList<DriftChange> Changes, DriftWalk? Walk = null);
