namespace ControlPlane.Policies.Generation;

/// <summary>A rule that chooses the provider; steps are given, or the nearest that are feasible there.</summary>
/// <param name="steps">Denoising steps wanted.</param>
public abstract class FixedSteps(int steps) : GenerationRule
{
    /// <summary>Denoising steps wanted.</summary>
    protected int Wanted => steps;

    /// <inheritdoc/>
    protected sealed override double Score(GenerationView view, int provider, int choice)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Nearest(provider, steps) == choice ? Score(view, provider) : double.NaN;
    }

    /// <summary>Score of a provider; NaN if the rule does not consider it.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="provider">Provider index.</param>
    protected abstract double Score(GenerationView view, int provider);
}
