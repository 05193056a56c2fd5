namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Limits of the book of an ingress. They may differ from start to start.</summary>
/// <param name="Capacity">The most jobs that have not ended, ≥ 1.</param>
/// <param name="Remembered">How many ended jobs are remembered, ≥ 1: an id submitted again after so many more have ended is a new job.</param>
/// <param name="Events">The most events that are kept, ≥ 1.</param>
/// <param name="MostAttempts">How often a job may fail at sites before it is given up, ≥ 1.</param>
public readonly record struct BookSettings(int Capacity = 100_000, int Remembered = 10_000, int Events = 5_000, int MostAttempts = 3);
