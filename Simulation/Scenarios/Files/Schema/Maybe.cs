namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A value, or none.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="HasValue">Whether there is one.</param>
/// <param name="Value">The value if there is one.</param>
internal readonly record struct Maybe<T>(bool HasValue, T? Value);
