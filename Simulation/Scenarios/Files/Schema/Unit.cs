namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A unit: a value in it times <paramref name="Times"/> divided by <paramref name="Per"/> is the value in the base unit.</summary>
/// <param name="Symbol">How files write it.</param>
/// <param name="Times">Factor, 1 for units below the base.</param>
/// <param name="Per">Divisor, 1 for units above the base. Kept apart from the factor so that 12 ms is the nearest number to 0.012.</param>
internal readonly record struct Unit(string Symbol, double Times = 1, double Per = 1);
