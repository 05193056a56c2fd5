using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>What a reward shaper has learned, as far as rewards need it: a copy gives rewards while the shaper itself goes on learning on another thread. Serves one thread at a time.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class RewardScorer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ShaperSettings _settings;
    private readonly ShaperConditions<T> _conditions;
    private readonly StateCopy _copy = new();
    private readonly Matrix<T> _values;
    private readonly Matrix<T> _later;

    /// <summary>Draws the networks; it knows nothing before something is copied into it.</summary>
    /// <param name="settings">Those of the shaper.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public RewardScorer(ShaperSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        Estimator = settings.Estimator == EstimatorKind.Diffusion ? new DiffusionEstimator<T>(settings, backend) : new NetworkEstimator<T>(settings, backend);
        _conditions = new(settings);
        (_values, _later) = (new(settings.Batch, 1), new(settings.Batch, 1));
    }

    /// <summary>Whether enough is known: before, rewards stay as they are.</summary>
    public bool IsReady { get; internal set; }

    internal IValueEstimator<T> Estimator { get; }

    internal double Mean { get; set; }

    internal double Deviation { get; set; } = 1;

    /// <summary>Takes over what another one knows.</summary>
    /// <param name="other">One of the same settings.</param>
    public void CopyFrom(RewardScorer<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _copy.Copy(other.Estimator, Estimator);
        (IsReady, Mean, Deviation) = (other.IsReady, other.Mean, other.Deviation);
    }

    /// <summary>Puts what was learned into rewards.</summary>
    /// <param name="states">Rows x features, as the shaper was told them.</param>
    /// <param name="actions">A row each.</param>
    /// <param name="rewards">A row each; changed, if enough is known.</param>
    /// <param name="discounts">A row each, of what follows.</param>
    /// <param name="nextStates">Rows x features.</param>
    public void Shape(ReadOnlySpan<T> states, ReadOnlySpan<int> actions, Span<T> rewards, ReadOnlySpan<T> discounts, ReadOnlySpan<T> nextStates)
    {
        for (var first = 0; IsReady && first < actions.Length; first += _settings.Batch)
        {
            var rows = Math.Min(_settings.Batch, actions.Length - first);
            Estimate(states, actions, first, rows, _values);
            if (_settings.Mode == ShapingMode.Potential)
                Estimate(nextStates, actions, first, rows, _later);
            for (var row = 0; row < rows; row++)
                rewards[first + row] = T.CreateTruncating(Shaped(row, double.CreateTruncating(rewards[first + row]), double.CreateTruncating(discounts[first + row])));
        }
    }

    /// <summary>Shares out what a window paid among its decisions (<see cref="IRewardShaper{T}.ShareOut"/>).</summary>
    /// <param name="states">The window's states, decisions x features.</param>
    /// <param name="actions">Its actions.</param>
    /// <param name="paid">What it paid.</param>
    /// <param name="rewards">As many as actions; written.</param>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards)
    {
        var sum = 0.0;
        for (var first = 0; first < actions.Length; first += _settings.Batch)
        {
            var count = Math.Min(_settings.Batch, actions.Length - first);
            for (var row = 0; row < count && IsReady; row++)
                _conditions.Write(row, states.Slice((first + row) * _settings.Features, _settings.Features), actions[first + row]);
            if (IsReady)
                Estimator.Estimate(_conditions.Matrix, _values);
            for (var row = 0; row < count; row++)
                sum += rewards[first + row] = IsReady ? Mean + Deviation * double.CreateTruncating(_values[row, 0]) : 0;
        }

        var left = (paid - sum) / actions.Length;
        foreach (ref var reward in rewards)
            reward += left;
    }

    // A potential's mean is left out: it would be a constant that only an end takes away again.
    private double Shaped(int row, double reward, double discount)
    {
        var value = Deviation * double.CreateTruncating(_values[row, 0]);
        return _settings.Mode == ShapingMode.Decomposition
            ? (1 - _settings.Weight) * reward + _settings.Weight * (Mean + value)
            : reward + _settings.Weight * (discount * Deviation * double.CreateTruncating(_later[row, 0]) - value);
    }

    private void Estimate(ReadOnlySpan<T> states, ReadOnlySpan<int> actions, int first, int rows, Matrix<T> values)
    {
        for (var row = 0; row < rows; row++)
            _conditions.Write(row, states.Slice((first + row) * _settings.Features, _settings.Features), actions[first + row]);
        Estimator.Estimate(_conditions.Matrix, values);
    }
}
