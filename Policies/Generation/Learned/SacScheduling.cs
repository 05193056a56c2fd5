using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Takes the likeliest pair of a trained policy.</summary>
public sealed class SacScheduling : IGenerationPolicy
{
    private readonly SacSchedulingModel _model;
    private readonly SacPolicy<float> _policy;
    private readonly SchedulingFeatures _features;
    private readonly float[] _state;
    private readonly bool[] _mask;

    /// <summary>Decides with a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="policy">Its networks, with memory for one thread.</param>
    internal SacScheduling(SacSchedulingModel model, SacPolicy<float> policy)
    {
        (_model, _policy) = (model, policy);
        _features = new(model.Shape, model.HasQuotes);
        (_state, _mask) = (new float[_features.Width], new bool[model.Shape.Actions]);
    }

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view) => Evaluate(view) ? _model.Shape.DecisionOf(_policy.Likeliest()) : view.LastResort;

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        // Both twins once, for all pairs.
        var values = Evaluate(view) ? Values() : [];
        return GenerationExplanation.Of(
            $"The likeliest pair of a trained policy ({_model.Card.Updates} updates); its critics' value of a pair is what the rest of the day is worth after it.",
            "minus the value, in rewards",
            view,
            (provider, choice) => -values[_model.Shape.ActionOf(provider, choice)]);
    }

    private bool Evaluate(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _model.Shape.Require(view);
        _features.Write(view, _state, _mask);
        if (!_mask.AsSpan().Contains(true))
            return false;
        _policy.Probabilities(_state, _mask);
        return true;
    }

    private double[] Values()
    {
        var values = Array.ConvertAll(_policy.Quantiles(0).ToArray(), x => (double)x);
        var other = _policy.Quantiles(1);
        for (var action = 0; action < values.Length; action++)
            values[action] = Math.Min(values[action], other[action]);
        return values;
    }
}
