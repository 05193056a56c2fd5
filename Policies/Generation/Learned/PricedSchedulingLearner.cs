using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// Learns what a provider's capacity is worth. What a pair of provider and steps is worth by itself the quotes say; what is learned is the difference to what the slot then came to: jobs
/// that were late, backlogs, clocks and batteries. Serves one thread.
/// </summary>
public sealed class PricedSchedulingLearner : ISchedulingLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "jemas";

    private readonly PricedSchedulingSettings _settings;
    private readonly PricedSac<float> _critic;
    private readonly ReplayMemory _memory;
    private readonly TransitionBatch<float> _batch;
    private readonly RandomStream _random;
    private readonly QuotedDecision _decision;
    private readonly float[] _state;
    private readonly DecisionTrail _trail;
    private PricedFigures _figures;
    private double _meanReward;
    private double _quoted;
    private double _reward;
    private bool _hasDecided;
    private long _decisions;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    public PricedSchedulingLearner(PricedSchedulingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _critic = new(settings.Critic, ManagedBackend.Create<float>());
        _memory = new(settings.Critic.Layout, settings.Capacity, new RandomStream(settings.Critic.Seed, "jemas/replay"));
        _batch = new(settings.Critic.Layout, settings.Critic.Batch);
        _random = new(settings.Critic.Seed, "jemas/actions");
        _decision = new(settings.Shape, settings.ScaleUsd, _critic.Network);
        _state = new float[settings.Critic.Layout.Features];
        _trail = new(_memory, settings.Steps, settings.Discount);
    }

    /// <inheritdoc/>
    public string Preset => Name;

    /// <inheritdoc/>
    public long Decisions => _decisions;

    /// <inheritdoc/>
    public long Updates => _critic.Updates;

    /// <inheritdoc/>
    public IReadOnlyList<string> FigureNames { get; } = ["loss", "mean price", "entropy", "gradient norm", "refused updates"];

    /// <inheritdoc/>
    public void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.Loss, _figures.Price, _figures.Entropy, _figures.GradientNorm, _critic.Refused];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        // What cannot be done in time is no decision: what it costs goes with the one before.
        if (_decision.Evaluate(view) < 0)
            return view.LastResort;
        Describe();
        Settle(isEnd: false);
        var action = SoftChoice.Draw(_decision.Scores, _decision.Mask, _settings.Exploration, _random);
        _trail.Decide(_state, _decision.Mask, action);
        (_reward, _hasDecided) = (-_decision.Costs[action], true);
        _quoted += _reward;
        if (++_decisions % _settings.DecisionsPerUpdate == 0 && _memory.Count >= _settings.WarmUp)
        {
            _memory.Sample(_batch);
            _figures = _critic.Update(_batch);
        }

        return _settings.Shape.DecisionOf(action);
    }

    /// <inheritdoc/>
    public void Closed(double utilityUsd, double jobs, double onTime, bool isLast)
    {
        // What was quoted was paid with the decisions; what is left is what they did to each other.
        _reward += utilityUsd / _settings.ScaleUsd - _quoted;
        _quoted = 0;
        if (isLast)
            Settle(isEnd: true);
    }

    /// <inheritdoc/>
    public ISchedulingModel Snapshot(string scenario)
    {
        var copy = new PriceNetwork<float>(_settings.Critic);
        copy.Follow(ManagedBackend.Create<float>(), _critic.Average, 1);
        return new PricedSchedulingModel(PricedSchedulingModel.CardOf(_settings, scenario, Decisions, Updates), copy);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Value("meanReward", ref _meanReward);
        state.Within("critic", _critic);
        state.Within("memory", _memory);
        state.Stream("actions", _random);
    }

    // The state at hand is the next one of the decision before.
    private void Settle(bool isEnd)
    {
        if (!_hasDecided)
            return;
        _meanReward += (_reward - _meanReward) / Math.Min(_decisions, _settings.CentringDecisions);
        _trail.Observe(_reward - _meanReward, [], 1, _state, _decision.Mask, isEnd);
        (_reward, _hasDecided) = (0, false);
    }

    private void Describe()
    {
        var state = _state.AsSpan();
        var settings = _settings.Critic;
        _decision.Features.CopyTo(PricedState.Features(state, settings));
        var costs = PricedState.Costs(state, settings);
        var loads = PricedState.Occupancies(state, settings);
        for (var action = 0; action < costs.Length; action++)
        {
            costs[action] = _decision.Mask[action] ? (float)_decision.Costs[action] : 0;
            loads[action] = _decision.Mask[action] ? (float)_decision.Loads[action] : 0;
        }

        // Costs and loads are those of the whole cohort: its size is in them.
        PricedState.Size(state) = 1;
    }
}
