using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Pricing;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The pair that is worth most by the quotes, less what its capacity is worth to those that come after, as a network has learned it.</summary>
public sealed class PricedScheduling : IGenerationPolicy
{
    private readonly PricedSchedulingModel _model;
    private readonly PriceNetwork<float> _network;
    private QuotedDecision? _decision;
    private SchedulingShape? _shape;

    internal PricedScheduling(PricedSchedulingModel model, PriceNetwork<float> network) => (_model, _network) = (model, network);

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view)
    {
        var decision = For(view);
        return decision.Evaluate(view) is >= 0 and var best ? decision.DecisionOf(view, best) : new(view.Cohort.Origin, view.Steps[0]);
    }

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        var decision = For(view);
        decision.Evaluate(view);
        var options = Enumerable.Range(0, view.ProviderCount * view.Steps.Count).Select(action => Option(view, decision, action));
        return new(
            "The pair that is worth most by the quotes, less what its capacity is worth to those that come after, as a network has learned it.",
            "cost and price of capacity less revenue, USD",
            [.. options.OrderBy(o => o.Mask != GenerationMask.None).ThenBy(o => o.Score ?? double.PositiveInfinity)]);
    }

    private GenerationOption Option(GenerationView view, QuotedDecision decision, int action)
    {
        var (provider, choice) = (action / view.Steps.Count, action % view.Steps.Count);
        return new(provider, view.Steps[choice], decision.Mask[action] ? decision.Scores[action] * _model.ScaleUsd : null, view.Mask(provider, choice));
    }

    // The networks know providers by what they quote: any number of them will do.
    private QuotedDecision For(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (_decision is not null && _shape!.Providers.Count == view.ProviderCount)
            return _decision;
        var trained = _model.Shape;
        if (!view.Steps.SequenceEqual(trained.Steps))
            throw new ArgumentException($"The model was trained for steps {string.Join(", ", trained.Steps)}: these are {string.Join(", ", view.Steps)}.", nameof(view));
        _shape = view.ProviderCount == trained.Providers.Count ? trained : trained with { Providers = [.. Enumerable.Range(0, view.ProviderCount).Select(i => $"{i}")] };
        return _decision = new(_shape, _model.ScaleUsd, _network);
    }
}
