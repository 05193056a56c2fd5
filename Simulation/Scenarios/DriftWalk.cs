namespace ControlPlane.Simulation.Scenarios;

/// <summary>Seeded random walks of a site's two factors, in their logarithms, that turn back at a bound. Speed and power walk independently.</summary>
/// <param name="Bound">The greatest departure: factors stay in [1/(1 + bound), 1 + bound]; (0, 2].</param>
/// <param name="PerDay">Standard deviation of a day's change, &gt; 0.</param>
public sealed record DriftWalk(double Bound, double PerDay);
