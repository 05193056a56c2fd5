namespace ControlPlane.Planning.Joint;

/// <summary>Where and when a training job begins.</summary>
/// <param name="Site">The site, by index.</param>
/// <param name="Slot">The first slot in which it runs.</param>
public readonly record struct JobStart(int Site, int Slot);
