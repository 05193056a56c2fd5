namespace ControlPlane.Policies.Generation;

/// <summary>The provider that says it will be done first.</summary>
/// <param name="steps">Denoising steps wanted.</param>
public sealed class QuickestGeneration(int steps) : FixedSteps(steps)
{
    /// <inheritdoc/>
    protected override string Rule => $"The provider that quotes the earliest completion, {Wanted} steps or the nearest feasible.";

    /// <inheritdoc/>
    protected override string ScoreName => "quoted completion, s";

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Quote(provider, view.Nearest(provider, Wanted)).CompletionS;
    }
}
