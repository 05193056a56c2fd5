namespace ControlPlane.Policies.Generation;

/// <summary>One option of a decision.</summary>
/// <param name="Provider">Provider index.</param>
/// <param name="Steps">Denoising steps.</param>
/// <param name="Score">Its score, the least wins; null if the rule gives it none.</param>
/// <param name="Mask">Why it may not be chosen.</param>
public sealed record GenerationOption(int Provider, int Steps, double? Score, GenerationMask Mask);
