using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping;

/// <summary>A reward shaper in memory.</summary>
/// <remarks>
/// A potential leaves the best policies as they are whatever Φ is, also while Φ changes, since both ends of a transition use the present one and Φ of an end is 0 (Ng, Harada and
/// Russell, ICML 1999; Devlin and Kudenko, AAMAS 2012). A decomposition does not in general: it is right up to a smoothing that falls as the policy concentrates.
/// </remarks>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class RewardShaper<T> : IRewardShaper<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Labels are learned with mean 0 and deviation 1, and not beyond this.</summary>
    public const double Limit = 3;

    private const int StepsPerScale = 100;
    private readonly ShaperSettings _settings;
    private readonly RewardScorer<T> _scorer;
    private readonly LabelMemory _memory;
    private readonly RewardWindow _window;
    private readonly RewardHorizon _horizon;
    private readonly ShaperConditions<T> _conditions;
    private readonly Matrix<T> _values;
    private bool _isPassing;
    private long _passed;
    private long _steps;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What to learn, and with what.</param>
    /// <param name="backend">Does the arithmetic.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public RewardShaper(ShaperSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Mode == ShapingMode.None)
            throw new ArgumentException($"a shaper that leaves rewards as they are is a {nameof(NoShaper<>)}.", nameof(settings));
        if (!(settings.Weight >= 0) || (settings.Mode == ShapingMode.Decomposition && settings.Weight > 1))
            throw new ArgumentException($"the weight of shaping is {settings.Weight}; it must be at least 0, and at most 1 for a decomposition.", nameof(settings));
        (_settings, _scorer) = (settings, new(settings, backend));
        _memory = new(settings);
        (_window, _horizon) = (new(_memory), new(_memory, settings.Horizon, settings.Discount));
        (_conditions, _values) = (new(settings), new(settings.Batch, 1));
        (Learned, Labels) = (new ShaperPart(ExchangeLearned), new ShaperPart(ExchangeLabels));
    }

    /// <inheritdoc/>
    public bool IsReady => _memory.Labelled >= _settings.WarmUp && _steps > 0;

    /// <summary>Steps of learning taken.</summary>
    public long Steps => _steps;

    /// <summary>Decisions that were ever labelled.</summary>
    public long Labelled => _memory.Labelled;

    /// <summary>Decisions that wait for their label.</summary>
    public int Waiting => _memory.Waiting;

    /// <summary>Decisions that never get a label, because something about their window was lost.</summary>
    public long Passed => _passed;

    /// <summary>What was learned, to be kept by itself: networks and scale.</summary>
    public ICheckpointed Learned { get; }

    /// <summary>What it is learned from, to be kept by itself: decisions and their labels.</summary>
    public ICheckpointed Labels { get; }

    /// <inheritdoc/>
    public void Decided(ReadOnlySpan<float> state, int action)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, _settings.Features);
        ArgumentOutOfRangeException.ThrowIfNotEqual((uint)action < (uint)_settings.Actions, true, nameof(action));
        if (_isPassing)
            _passed++;
        else
            _memory.Add(state, action);
    }

    /// <inheritdoc/>
    public void Paid(double reward, bool isPayOut, bool isEnd)
    {
        if (_isPassing)
            _isPassing = !isPayOut && !isEnd;
        else if (_settings.Mode == ShapingMode.Decomposition)
            _window.Paid(reward, isPayOut || isEnd);
        else
            _horizon.Paid(reward, isEnd);
    }

    /// <summary>What follows does not go on from what was told: decisions that wait for their labels never get one.</summary>
    /// <param name="isWithinWindow">
    /// Whether decisions of an unfinished window may be missing. What it pays is then not what its remaining decisions brought, and a decomposition leaves them out up to the next pay-out.
    /// </param>
    public void Break(bool isWithinWindow)
    {
        _passed += _memory.Waiting;
        _memory.Forget();
        _window.Forget();
        _isPassing = isWithinWindow && _settings.Mode == ShapingMode.Decomposition;
    }

    /// <inheritdoc/>
    public double Train()
    {
        if (_memory.Count == 0)
            return double.NaN;
        if (_steps++ % StepsPerScale == 0)
            Rescale();
        _memory.Sample(_conditions, _values);
        var limit = T.CreateTruncating(Limit);
        foreach (ref var label in _values.Elements)
            label = T.Clamp(T.CreateTruncating((double.CreateTruncating(label) - _scorer.Mean) / _scorer.Deviation), -limit, limit);
        return _scorer.Estimator.Train(_conditions.Matrix, _values);
    }

    /// <inheritdoc/>
    public void Shape(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Present().Shape(batch.States.Elements, batch.Actions, batch.Rewards, batch.Discounts, batch.NextStates.Elements);
    }

    /// <inheritdoc/>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards) => Present().ShareOut(states, actions, paid, rewards);

    /// <summary>Gives what it knows now to somebody who shapes rewards elsewhere.</summary>
    /// <param name="scorer">One of the same settings; changed.</param>
    public void CopyTo(RewardScorer<T> scorer)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        scorer.CopyFrom(Present());
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ExchangeLearned(state);
        ExchangeLabels(state);
    }

    private void ExchangeLearned(StateExchange state)
    {
        var (mean, deviation) = (_scorer.Mean, _scorer.Deviation);
        state.Value("steps", ref _steps);
        state.Value("mean", ref mean);
        state.Value("deviation", ref deviation);
        state.Within("estimator", _scorer.Estimator);
        (_scorer.Mean, _scorer.Deviation) = (mean, deviation);
    }

    private void ExchangeLabels(StateExchange state)
    {
        state.Within("memory", _memory);
        state.Within("window", _window);
        state.Within("horizon", _horizon);
        state.Value("isPassing", ref _isPassing);
        state.Value("passed", ref _passed);
    }

    private RewardScorer<T> Present()
    {
        _scorer.IsReady = IsReady;
        return _scorer;
    }

    private void Rescale()
    {
        (_scorer.Mean, var deviation) = _memory.Moments();
        _scorer.Deviation = deviation > 0 ? deviation : 1;
    }
}
