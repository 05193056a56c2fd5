namespace ControlPlane.Policies.Capping;

/// <summary>A running job gets another clock.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Slot">Slot of its run.</param>
/// <param name="ClockLevel">The level.</param>
public readonly record struct ClockChange(int Site, int Slot, int ClockLevel);
