using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A slot that runs and for which nobody has decided yet.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Slot">Number of the slot.</param>
/// <param name="FromS">When it began, seconds since 1970 in UTC.</param>
/// <param name="ToS">When it ends.</param>
/// <param name="LoadKw">Present power of the computers, kW.</param>
/// <param name="Battery">A copy of the battery; null for none.</param>
public sealed record DispatchQuestion(int Site, long Slot, double FromS, double ToS, double LoadKw, Battery? Battery);
