namespace ControlPlane.Planning.Frontier;

/// <summary>The ends of the frontier.</summary>
/// <param name="MaxLoadUnitsPerS">The most work the fleet can carry without a budget, units/s.</param>
/// <param name="LeastServiceTimeS">The least mean service time at which the load can be carried, s; NaN when it cannot be.</param>
/// <param name="EnergyOptimalServiceTimeS">Mean service time of the least-energy optimum without a budget, s; NaN when the load cannot be carried.</param>
public readonly record struct FrontierExtremes(
    double MaxLoadUnitsPerS, double LeastServiceTimeS, double EnergyOptimalServiceTimeS);
