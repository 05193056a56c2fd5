using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Policies.Generation;

/// <summary>Any feasible pair of provider and steps, all alike; or any provider at steps that are given.</summary>
/// <param name="random">Its stream.</param>
/// <param name="steps">The steps; 0 for any.</param>
public sealed class RandomGeneration(IRandomStream random, int steps) : GenerationRule
{
    /// <inheritdoc/>
    protected override string Rule => steps == 0 ? "Any feasible provider and steps at random." : $"Any feasible provider at random, {steps} steps or the nearest feasible.";

    /// <inheritdoc/>
    protected override string ScoreName => "none: chance decides";

    /// <inheritdoc/>
    public override GenerationDecision Decide(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var left = 0;
        for (var option = 0; option < Count(view); option++)
            left += IsOption(view, option) ? 1 : 0;
        if (left == 0)
            return view.LastResort;
        left = random.NextBelow(left);
        for (var option = 0; ; option++)
        {
            if (IsOption(view, option) && left-- == 0)
                return new GenerationDecision(option / view.Steps.Count, view.Steps[option % view.Steps.Count]);
        }
    }

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider, int choice) => double.NaN;

    private static int Count(GenerationView view) => view.ProviderCount * view.Steps.Count;

    private bool IsOption(GenerationView view, int option)
    {
        var (provider, choice) = (option / view.Steps.Count, option % view.Steps.Count);
        return steps == 0 ? view.IsFeasible(provider, choice) : view.Nearest(provider, steps) == choice;
    }
}
