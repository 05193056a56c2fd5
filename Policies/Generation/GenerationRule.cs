using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>A rule that gives every option a score and takes the least; the first of equal ones, in order of providers and steps.</summary>
public abstract class GenerationRule : IGenerationPolicy
{
    /// <summary>How it chooses, one or two sentences.</summary>
    protected abstract string Rule { get; }

    /// <summary>What the score is, with its unit.</summary>
    protected abstract string ScoreName { get; }

    /// <inheritdoc/>
    public virtual GenerationDecision Decide(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        Prepare(view);
        var best = view.LastResort;
        var least = double.PositiveInfinity;
        for (var provider = 0; provider < view.ProviderCount; provider++)
        {
            for (var choice = 0; choice < view.Steps.Count; choice++)
            {
                if (!view.IsFeasible(provider, choice) || !(Score(view, provider, choice) is var score && score < least))
                    continue;
                (least, best) = (score, new GenerationDecision(provider, view.Steps[choice]));
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        Prepare(view);
        return GenerationExplanation.Of(Rule, ScoreName, view, (provider, choice) => Score(view, provider, choice));
    }

    /// <summary>Works out what all scores of a decision share.</summary>
    /// <param name="view">What is known.</param>
    protected virtual void Prepare(GenerationView view)
    {
    }

    /// <summary>Score of a feasible option; NaN if the rule does not consider it.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="provider">Provider index.</param>
    /// <param name="choice">Index of the number of steps.</param>
    protected abstract double Score(GenerationView view, int provider, int choice);
}
