namespace ControlPlane.Simulation.Signals.Files;

/// <summary>One value of a file.</summary>
/// <param name="Utc">Its time.</param>
/// <param name="Value">The value, in the unit of its quantity.</param>
/// <param name="Line">Its line.</param>
internal readonly record struct Sample(DateTimeOffset Utc, double Value, int Line);
