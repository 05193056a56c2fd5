namespace ControlPlane.Policies.Generation;

/// <summary>Every provider runs its own jobs: no transfer.</summary>
/// <param name="steps">Denoising steps wanted.</param>
public sealed class LocalGeneration(int steps) : FixedSteps(steps)
{
    /// <inheritdoc/>
    protected override string Rule => $"Where it was submitted, {Wanted} steps or the nearest feasible.";

    /// <inheritdoc/>
    protected override string ScoreName => "0 where it was submitted";

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider)
    {
        ArgumentNullException.ThrowIfNull(view);
        return provider == view.Cohort.Origin ? 0 : double.NaN;
    }
}
