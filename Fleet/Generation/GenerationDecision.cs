namespace ControlPlane.Fleet.Generation;

/// <summary>What becomes of a cohort.</summary>
/// <param name="Provider">Index of the provider that runs it.</param>
/// <param name="Steps">Denoising steps of its images.</param>
public readonly record struct GenerationDecision(int Provider, int Steps);
