namespace ControlPlane.Policies;

/// <summary>Why a policy decides as it does: its rule in words and the score of every option.</summary>
/// <param name="Rule">How the policy chooses, one or two sentences.</param>
/// <param name="ScoreName">What the score is, with its unit; the least wins.</param>
/// <param name="Options">The options, best first, masked ones last.</param>
/// <param name="Notes">Further facts, for example dual prices, as name and value.</param>
public sealed record Explanation(
    string Rule,
    string ScoreName,
    IReadOnlyList<ScoredOption> Options,
    IReadOnlyList<KeyValuePair<string, string>> Notes);
