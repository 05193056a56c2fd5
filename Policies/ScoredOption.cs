using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Policies;

/// <summary>One option of a decision.</summary>
/// <param name="Site">Site index.</param>
/// <param name="Allocation">GPUs and clock it would ask for.</param>
/// <param name="Score">Its score, the least wins; null if the policy gives it none (chance decides, or it is masked).</param>
/// <param name="Mask">Why it may not be chosen, or <see cref="MaskReason.None"/>.</param>
public sealed record ScoredOption(int Site, Allocation Allocation, double? Score, MaskReason Mask)
{
    /// <summary>Why the policy itself takes the option for masked, where <see cref="Mask"/> does not say it all; null where it does.</summary>
    public string? Because { get; init; }
}
