namespace ControlPlane.Policies.Generation;

/// <summary>Why a rule decides as it does.</summary>
/// <param name="Rule">How it chooses, one or two sentences.</param>
/// <param name="ScoreName">What the score is, with its unit; the least wins.</param>
/// <param name="Options">The options, best first, masked ones last.</param>
public sealed record GenerationExplanation(string Rule, string ScoreName, IReadOnlyList<GenerationOption> Options)
{
    /// <summary>Sets out every pair of a decision, in the order of their scores; of equal ones in that of providers and steps.</summary>
    /// <param name="rule">How the rule chooses.</param>
    /// <param name="scoreName">What the score is.</param>
    /// <param name="view">What is known.</param>
    /// <param name="score">The score of a feasible pair, by indices of provider and steps; null or NaN if the rule gives it none.</param>
    public static GenerationExplanation Of(string rule, string scoreName, GenerationView view, Func<int, int, double?> score)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(score);
        var options = new List<GenerationOption>(view.ProviderCount * view.Steps.Count);
        for (var provider = 0; provider < view.ProviderCount; provider++)
        {
            for (var choice = 0; choice < view.Steps.Count; choice++)
            {
                var mask = view.Mask(provider, choice);
                var given = mask == GenerationMask.None ? score(provider, choice) : null;
                options.Add(new(provider, view.Steps[choice], given is double.NaN ? null : given, mask));
            }
        }

        return new(rule, scoreName, [.. options.OrderBy(o => o.Mask != GenerationMask.None).ThenBy(o => o.Score ?? double.PositiveInfinity)]);
    }
}
