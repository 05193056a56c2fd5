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
    public GenerationDecision Decide(GenerationView view) => Evaluate(view) ? DecisionOf(_policy.Likeliest()) : new(view.Cohort.Origin, view.Steps[0]);

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        var known = Evaluate(view);
        var options = new List<GenerationOption>(_mask.Length);
        for (var action = 0; action < _mask.Length; action++)
        {
            var (provider, choice) = (action / view.Steps.Count, action % view.Steps.Count);
            options.Add(new(provider, view.Steps[choice], known && _mask[action] ? -Value(action) : null, view.Mask(provider, choice)));
        }

        return new(
            $"The likeliest pair of a trained policy ({_model.Card.Updates} updates); its critics' value of a pair is what the rest of the day is worth after it.",
            "minus the value, in rewards",
            [.. options.OrderBy(o => o.Mask != GenerationMask.None).ThenBy(o => o.Score ?? double.PositiveInfinity)]);
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

    private double Value(int action) => Math.Min(_policy.Quantiles(0)[action], _policy.Quantiles(1)[action]);

    private GenerationDecision DecisionOf(int action) => new(action / _model.Shape.Steps.Count, _model.Shape.Steps[action % _model.Shape.Steps.Count]);
}
