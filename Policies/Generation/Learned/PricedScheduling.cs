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
        return decision.Evaluate(view) is >= 0 and var best ? _shape!.DecisionOf(best) : view.LastResort;
    }

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        var decision = For(view);
        decision.Evaluate(view);
        return GenerationExplanation.Of(
            "The pair that is worth most by the quotes, less what its capacity is worth to those that come after, as a network has learned it.",
            "cost and price of capacity less revenue, USD",
            view,
            (provider, choice) => decision.Scores[_shape!.ActionOf(provider, choice)] * _model.ScaleUsd);
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
