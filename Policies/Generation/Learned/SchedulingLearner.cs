using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// Learns from pay-outs (aigc-energy.md, sections 4 to 6): describes decisions, counts what is paid for them, tells a reward shaper of both, and lets an algorithm decide and learn.
/// Serves one thread and one day at a time; its state can be kept between days.
/// </summary>
public abstract class SchedulingLearner : ISchedulingLearner
{
    private readonly SchedulingSettings _settings;
    private readonly GenerationTeacher _teacher;
    private readonly SchedulingFeatures _features;
    private readonly PayOut _payOut;
    private readonly float[] _state;
    private readonly bool[] _mask;
    private double _reward;
    private bool _isPayOut;
    private bool _hasDecided;
    private long _decisions;

    private protected SchedulingLearner(SchedulingSettings settings, IGenerationPolicy? teacher, IRewardShaper<float> shaper)
    {
        (_settings, Shaper) = (settings, shaper);
        _teacher = new(settings.Shape, teacher, settings.TaughtDecisions);
        _features = new(settings.Shape, settings.HasQuotes);
        _payOut = new(settings.PayOut);
        (_state, _mask) = (new float[_features.Width], new bool[settings.Shape.Actions]);
    }

    /// <inheritdoc/>
    public abstract string Preset { get; }

    /// <inheritdoc/>
    public long Decisions => _decisions;

    /// <inheritdoc/>
    public abstract long Updates { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> FigureNames { get; }

    /// <summary>What shapes its rewards.</summary>
    protected IRewardShaper<float> Shaper { get; }

    /// <inheritdoc/>
    public abstract void WriteFigures(Span<double> figures);

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _features.Write(view, _state, _mask);
        // What cannot be done in time is no decision: what it costs goes with the one before.
        if (!_mask.AsSpan().Contains(true))
            return view.LastResort;
        Settle(isEnd: false);
        var action = Choose(_state, _mask, _teacher.Says(view, _decisions));
        Shaper.Decided(_state, action);
        var effective = _settings.Shape.Feasible(action, _mask);
        var (provider, choice) = (effective / _settings.Shape.Steps.Count, effective % _settings.Shape.Steps.Count);
        (_reward, _isPayOut, _hasDecided) = (_payOut.Decided(view, provider, choice), _settings.PayOut.Mode == PayOutMode.Dense, true);
        if (++_decisions % _settings.DecisionsPerUpdate == 0)
            Learn();
        return _settings.Shape.DecisionOf(effective);
    }

    /// <inheritdoc/>
    public void Closed(double utilityUsd, double jobs, double onTime, bool isLast)
    {
        var (reward, isPayOut) = _payOut.Closed(utilityUsd, jobs, onTime, isLast);
        (_reward, _isPayOut) = (_reward + reward, _isPayOut || isPayOut);
        if (isLast)
            Settle(isEnd: true);
    }

    /// <inheritdoc/>
    public abstract ISchedulingModel Snapshot(string scenario);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Within("payOut", _payOut);
        state.Within("shaper", Shaper);
        ExchangeOwn(state);
    }

    /// <summary>Exchanges the algorithm.</summary>
    /// <param name="state">What with.</param>
    protected abstract void ExchangeOwn(StateExchange state);

    /// <summary>Chooses a pair, drawn from the policy as it is.</summary>
    /// <param name="state">The state.</param>
    /// <param name="mask">Which pairs are feasible; at least one.</param>
    /// <param name="taught">The pair that a rule says, and that is to be chosen; null for none.</param>
    /// <returns>The pair; where it is not feasible, the nearest that is takes effect.</returns>
    protected abstract int Choose(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int? taught);

    /// <summary>What came of the last choice.</summary>
    /// <param name="reward">Its reward.</param>
    /// <param name="isPayOut">Whether the decisions since the last pay-out are paid with it.</param>
    /// <param name="nextState">The state of the next decision.</param>
    /// <param name="nextMask">Which pairs are feasible there.</param>
    /// <param name="isEnd">Whether nothing follows.</param>
    protected abstract void Observe(double reward, bool isPayOut, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd);

    /// <summary>Learns, if there is enough to learn from.</summary>
    protected abstract void Learn();

    // The state at hand is the next one of the decision before.
    private void Settle(bool isEnd)
    {
        if (!_hasDecided)
            return;
        Shaper.Paid(_reward, _isPayOut, isEnd);
        Observe(_reward, _isPayOut, _state, _mask, isEnd);
        (_reward, _isPayOut, _hasDecided) = (0, false, false);
    }
}
