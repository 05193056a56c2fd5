using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

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
    public GenerationDecision Decide(GenerationView view) => Evaluate(view) is >= 0 and var action
        ? new(action / view.Steps.Count, view.Steps[action % view.Steps.Count])
        : new(view.Cohort.Origin, view.Steps[0]);

    /// <inheritdoc/>
    public GenerationExplanation Explain(GenerationView view)
    {
        var chosen = Evaluate(view);
        var options = Enumerable.Range(0, _mask.Length).Select(action =>
            new GenerationOption(action / view.Steps.Count, view.Steps[action % view.Steps.Count], Score(action, chosen), view.Mask(action / view.Steps.Count, action % view.Steps.Count)));
        return new(
            $"What a trained network says ({_model.Card.Preset}, {_model.Card.Updates} updates); where that is not feasible, the nearest pair that is.",
            IsOfNumbers ? "0 for the pair that was said" : "minus the probability",
            [.. options.OrderBy(o => o.Mask != GenerationMask.None).ThenBy(o => o.Score ?? double.PositiveInfinity)]);
    }

    private bool IsOfNumbers => _model.Card.Preset == Td3SchedulingLearner.Name;

    private double? Score(int action, int chosen) => !_mask[action] ? null : IsOfNumbers ? action == chosen ? 0 : null : -_policy.Probabilities[0, action];

    private int Evaluate(GenerationView view)
    {
        _model.Shape.Require(view);
        _features.Write(view, _scaled.Row(0), _mask);
        if (!_mask.AsSpan().Contains(true))
            return -1;
        _parts.Normaliser.Normalise(_scaled, _scaled);
        var said = _pass.Forward(_scaled);
        if (IsOfNumbers)
            return _model.Shape.Feasible(_model.Shape.ActionOf(said[0, 0], said[0, 1]), _mask);
        _policy.Evaluate(said, _mask);
        return _policy.Probabilities.Row(0).IndexOf(Greatest(_policy.Probabilities.Row(0)));
    }

    private static float Greatest(ReadOnlySpan<float> values)
    {
        var greatest = float.NegativeInfinity;
        foreach (var value in values)
            greatest = Math.Max(greatest, value);
        return greatest;
    }
}
