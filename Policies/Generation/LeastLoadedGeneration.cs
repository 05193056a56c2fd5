namespace ControlPlane.Policies.Generation;

/// <summary>The provider with the least work for its GPUs: the crash-avoid rule of D2SAC.</summary>
/// <param name="steps">Denoising steps wanted.</param>
public sealed class LeastLoadedGeneration(int steps) : FixedSteps(steps)
{
    /// <inheritdoc/>
    protected override string Rule => $"The provider with the least backlog and assigned work for its GPUs, {Wanted} steps or the nearest feasible.";

    /// <inheritdoc/>
    protected override string ScoreName => "load, share of a slot";

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider)
    {
        ArgumentNullException.ThrowIfNull(view);
        var status = view.Providers[provider].Status;
        return status.BacklogShare + status.LoadShare;
    }
}
