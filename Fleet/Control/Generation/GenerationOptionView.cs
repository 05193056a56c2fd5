namespace ControlPlane.Fleet.Control.Generation;

/// <summary>A provider that a decision could choose.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Steps">Denoising steps of its best option.</param>
/// <param name="IsChosen">Whether it was chosen.</param>
/// <param name="Score">Its score; null where the rule has none.</param>
/// <param name="Masked">Why it could not be chosen; null if it could.</param>
public sealed record GenerationOptionView(string Provider, int Steps, bool IsChosen, double? Score, string? Masked);
