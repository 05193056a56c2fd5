using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What a rule says, and why.</summary>
/// <param name="Decision">The decision, feasible if anything is.</param>
/// <param name="IsReplaced">Whether the shield put it in the place of the rule's.</param>
/// <param name="Rule">How the rule chooses.</param>
/// <param name="ScoreName">What the score is, with its unit.</param>
/// <param name="Options">The best option of each provider, the best first.</param>
public sealed record GenerationVerdict(
    GenerationDecision Decision, bool IsReplaced, string Rule, string ScoreName, IReadOnlyList<GenerationVerdictOption> Options);
