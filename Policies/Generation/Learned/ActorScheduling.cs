using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Takes the pair that a network says; where it is not feasible, the nearest that is.</summary>
internal sealed class ActorScheduling : IGenerationPolicy
{
    private readonly ActorSchedulingModel _model;
    private readonly ActorParts _parts;
    private readonly SchedulingFeatures _features;
    private readonly LayerPass<float> _pass;
    private readonly MaskedPolicy<float> _policy;
    private readonly Matrix<float> _scaled;
    private readonly bool[] _mask;

    public ActorScheduling(ActorSchedulingModel model, ActorParts parts)
    {
        var (shape, backend) = (model.Shape, ManagedBackend.Create<float>());
        (_model, _parts) = (model, parts);
        _features = new(shape, model.Card.Is("quotes"));
        _pass = parts.Actor.NewPass(backend, 1);
        _policy = new(new(shape.Providers.Count, shape.Steps.Count), backend, 1);
        (_scaled, _mask) = (new(1, _features.Width), new bool[shape.Actions]);
    }

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view) => Evaluate(view) is >= 0 and var action ? _model.Shape.DecisionOf(action) : view.LastResort;

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        var chosen = Evaluate(view);
        return GenerationExplanation.Of(
            $"What a trained network says ({_model.Card.Preset}, {_model.Card.Updates} updates); where that is not feasible, the nearest pair that is.",
            IsOfNumbers ? "0 for the pair that was said" : "minus the probability",
            view,
            (provider, choice) => Score(_model.Shape.ActionOf(provider, choice), chosen));
    }

    private bool IsOfNumbers => _model.Card.Preset == Td3SchedulingLearner.Name;

    private double? Score(int action, int chosen) => !IsOfNumbers ? -_policy.Probabilities[0, action] : action == chosen ? 0 : null;

    private int Evaluate(GenerationView view)
    {
        _model.Shape.Require(view);
        _features.Write(view, _scaled.Row(0), _mask);
        if (!_mask.AsSpan().Contains(true))
            return -1;
        _parts.Normaliser.Normalise(_scaled, _scaled);
        var said = _pass.Forward(_scaled);
        if (IsOfNumbers)
            return _model.Shape.Feasible(_model.Shape.ActionOfNumbers(said[0, 0], said[0, 1]), _mask);
        _policy.Evaluate(said, _mask);
        return Categorical.Likeliest<float>(_policy.Probabilities.Row(0));
    }
}
