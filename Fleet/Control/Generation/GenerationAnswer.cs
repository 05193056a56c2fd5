namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What became of a submission of generation jobs.</summary>
/// <param name="Job">The jobs.</param>
/// <param name="IsNew">Whether they are new; else the same was submitted before, and nothing changed.</param>
public sealed record GenerationAnswer(GenerationJobView Job, bool IsNew);
