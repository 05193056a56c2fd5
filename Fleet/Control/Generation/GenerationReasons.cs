namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Why a rule sent generation jobs where it did, as it was then.</summary>
/// <param name="Job">The jobs.</param>
/// <param name="Rule">How the rule chooses.</param>
/// <param name="ScoreName">What the score is, with its unit; the least wins.</param>
/// <param name="IsReplaced">Whether the shield put another decision in the place of the rule's.</param>
/// <param name="Options">The best option of each provider, the best first, masked ones last; at most twenty.</param>
public sealed record GenerationReasons(GenerationJobView Job, string Rule, string ScoreName, bool IsReplaced, IReadOnlyList<GenerationOptionView> Options);
