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
    private readonly IValueEstimator<T> _estimator;
    private readonly LabelMemory _memory;
    private readonly RewardWindow _window;
    private readonly RewardHorizon _horizon;
    private readonly ShaperConditions<T> _conditions;
    private readonly Matrix<T> _values;
    private readonly Matrix<T> _later;
    private double _mean;
    private double _deviation = 1;
    private long _steps;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What to learn, and with what.</param>
    /// <param name="backend">Does the arithmetic.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public RewardShaper(ShaperSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!(settings.Weight >= 0) || (settings.Mode == ShapingMode.Decomposition && settings.Weight > 1))
            throw new ArgumentException($"the weight of shaping is {settings.Weight}; it must be at least 0, and at most 1 for a decomposition.", nameof(settings));
        _settings = settings;
        _estimator = settings.Estimator == EstimatorKind.Diffusion ? new DiffusionEstimator<T>(settings, backend) : new NetworkEstimator<T>(settings, backend);
        _memory = new(settings);
        (_window, _horizon) = (new(_memory), new(_memory, settings.Horizon, settings.Discount));
        _conditions = new(settings);
        (_values, _later) = (new(settings.Batch, 1), new(settings.Batch, 1));
    }

    /// <inheritdoc/>
    public bool IsReady => _settings.Mode != ShapingMode.None && _memory.Labelled >= _settings.WarmUp && _steps > 0;

    /// <summary>Steps of learning taken.</summary>
    public long Steps => _steps;

    /// <inheritdoc/>
    public void Decided(ReadOnlySpan<float> state, int action)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, _settings.Features);
        ArgumentOutOfRangeException.ThrowIfNotEqual((uint)action < (uint)_settings.Actions, true, nameof(action));
        if (_settings.Mode != ShapingMode.None)
            _memory.Add(state, action);
    }

    /// <inheritdoc/>
    public void Paid(double reward, bool isPayOut, bool isEnd)
    {
        if (_settings.Mode == ShapingMode.Decomposition)
            _window.Paid(reward, isPayOut || isEnd);
        else if (_settings.Mode == ShapingMode.Potential)
            _horizon.Paid(reward, isEnd);
    }

    /// <inheritdoc/>
    public double Train()
    {
        if (_settings.Mode == ShapingMode.None || _memory.Count == 0)
            return double.NaN;
        if (_steps++ % StepsPerScale == 0)
            Rescale();
        _memory.Sample(_conditions, _values);
        var limit = T.CreateTruncating(Limit);
        foreach (ref var label in _values.Elements)
            label = T.Clamp(T.CreateTruncating((double.CreateTruncating(label) - _mean) / _deviation), -limit, limit);
        return _estimator.Train(_conditions.Matrix, _values);
    }

    /// <inheritdoc/>
    public void Shape(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!IsReady)
            return;
        Estimate(batch.States, batch.Actions, _values);
        if (_settings.Mode == ShapingMode.Potential)
            Estimate(batch.NextStates, batch.Actions, _later);
        for (var row = 0; row < batch.Size; row++)
            batch.Rewards[row] = T.CreateTruncating(Shaped(row, double.CreateTruncating(batch.Rewards[row]), double.CreateTruncating(batch.Discounts[row])));
    }

    /// <inheritdoc/>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards)
    {
        var sum = 0.0;
        for (var first = 0; first < actions.Length; first += _settings.Batch)
        {
            var count = Math.Min(_settings.Batch, actions.Length - first);
            for (var row = 0; row < count && IsReady; row++)
                _conditions.Write(row, states.Slice((first + row) * _settings.Features, _settings.Features), actions[first + row]);
            if (IsReady)
                _estimator.Estimate(_conditions.Matrix, _values);
            for (var row = 0; row < count; row++)
                sum += rewards[first + row] = IsReady ? _mean + _deviation * double.CreateTruncating(_values[row, 0]) : 0;
        }

        var left = (paid - sum) / actions.Length;
        foreach (ref var reward in rewards)
            reward += left;
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("steps", ref _steps);
        state.Value("mean", ref _mean);
        state.Value("deviation", ref _deviation);
        state.Within("estimator", _estimator);
        state.Within("memory", _memory);
        state.Within("window", _window);
        state.Within("horizon", _horizon);
    }

    // A potential's mean is left out: it would be a constant that only an end takes away again.
    private double Shaped(int row, double reward, double discount)
    {
        var value = _deviation * double.CreateTruncating(_values[row, 0]);
        return _settings.Mode == ShapingMode.Decomposition
            ? (1 - _settings.Weight) * reward + _settings.Weight * (_mean + value)
            : reward + _settings.Weight * (discount * _deviation * double.CreateTruncating(_later[row, 0]) - value);
    }

    private void Estimate(Matrix<T> states, ReadOnlySpan<int> actions, Matrix<T> values)
    {
        for (var row = 0; row < states.Rows; row++)
            _conditions.Write(row, states.Row(row), actions[row]);
        _estimator.Estimate(_conditions.Matrix, values);
    }

    private void Rescale()
    {
        (_mean, var deviation) = _memory.Moments();
        _deviation = deviation > 0 ? deviation : 1;
    }
}
