using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>One provider after the other.</summary>
/// <param name="steps">Denoising steps wanted.</param>
public sealed class RoundRobinGeneration(int steps) : FixedSteps(steps)
{
    private int _turn;

    /// <inheritdoc/>
    protected override string Rule => $"One provider after the other, {Wanted} steps or the nearest feasible.";

    /// <inheritdoc/>
    protected override string ScoreName => "places until its turn";

    /// <inheritdoc/>
    public override GenerationDecision Decide(GenerationView view)
    {
        var decision = base.Decide(view);
        _turn = decision.Provider + 1;
        return decision;
    }

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider)
    {
        ArgumentNullException.ThrowIfNull(view);
        return (provider - _turn + view.ProviderCount) % view.ProviderCount;
    }
}
