namespace ControlPlane.Policies.Generation;

/// <summary>Why a rule decides as it does.</summary>
/// <param name="Rule">How it chooses, one or two sentences.</param>
/// <param name="ScoreName">What the score is, with its unit; the least wins.</param>
/// <param name="Options">The options, best first, masked ones last.</param>
public sealed record GenerationExplanation(string Rule, string ScoreName, IReadOnlyList<GenerationOption> Options);
