using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Fleet.Decisions;

/// <summary>An option of a placement decision, without words.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Mask">Why it may not be chosen, or <see cref="MaskReason.None"/>.</param>
/// <param name="Score">Its score, the least wins; not a number where the policy gives none.</param>
/// <param name="Allocation">GPUs and clock that it would ask for.</param>
public readonly record struct RankedOption(int Site, MaskReason Mask, double Score, Allocation Allocation);
