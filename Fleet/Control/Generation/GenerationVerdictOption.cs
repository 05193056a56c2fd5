namespace ControlPlane.Fleet.Control.Generation;

/// <summary>The best option of a provider.</summary>
/// <param name="Provider">Provider index.</param>
/// <param name="Steps">Denoising steps.</param>
/// <param name="Score">Its score, the least wins; null if the rule gives it none.</param>
/// <param name="Masked">Why it may not be chosen; null if it may.</param>
public readonly record struct GenerationVerdictOption(int Provider, int Steps, double? Score, string? Masked);
