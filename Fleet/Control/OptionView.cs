namespace ControlPlane.Fleet.Control;

/// <summary>A site that a decision could choose.</summary>
/// <param name="Site">Its name.</param>
/// <param name="IsChosen">Whether it was chosen.</param>
/// <param name="Masked">Why it could not be chosen; null if it could.</param>
/// <param name="Score">Its score; null where the policy has none.</param>
/// <param name="Note">What the policy says about it.</param>
public sealed record OptionView(string Site, bool IsChosen, string? Masked, double? Score, string Note);
