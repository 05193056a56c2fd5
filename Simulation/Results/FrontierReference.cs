namespace ControlPlane.Simulation.Results;

/// <summary>The energy-service frontier at a run's realised load, mean job size and available GPUs.</summary>
/// <param name="JoulesPerUnit">Least J per unit at the run's own mean service time of the work done; NaN if the LP is infeasible there.</param>
/// <param name="FastestServiceS">Least mean service time at which the load can be carried, s.</param>
/// <param name="Curve">The frontier: (mean service time in s, J per unit), ascending in time.</param>
/// <param name="ServiceAtSameEnergyS">Mean service time that the run's own energy would buy on the frontier, s; NaN if none.</param>
public sealed record FrontierReference(
    double JoulesPerUnit,
    double FastestServiceS,
    IReadOnlyList<(double ServiceS, double JoulesPerUnit)> Curve,
    double ServiceAtSameEnergyS);
