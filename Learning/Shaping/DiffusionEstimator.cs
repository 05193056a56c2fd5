using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>
/// The distribution of the label by a conditional diffusion, of which the mean is taken without noise: deterministic steps from four starts that stand for all. How far the
/// four ends lie apart says how uncertain the label is.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DiffusionEstimator<T> : IValueEstimator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double[][] Starts = [.. DiffusionModel<T>.FourStarts.Select(start => new[] { start })];
    private readonly ShaperSettings _settings;
    private readonly DiffusionModel<T> _model;
    private readonly LabelCode<T>? _code;
    private readonly Matrix<T> _latent;
    private readonly Matrix<T> _squares;

    /// <summary>Draws the network.</summary>
    /// <param name="settings">Widths, steps and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public DiffusionEstimator(ShaperSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _code = settings.Latent > 1 ? new(settings.Latent, RewardShaper<T>.Limit) : null;
        _model = new(
            new(settings.Condition)
            {
                Width = settings.Latent,
                Steps = settings.Steps,
                Schedule = settings.Schedule,
                Hidden = settings.Hidden,
                Batch = settings.Batch,
                Rate = settings.Rate,
                CopyShare = settings.CopyShare,
                Limit = RewardShaper<T>.Limit,
                Seed = settings.Seed,
            },
            backend);
        (_latent, _squares) = (new(settings.Batch, settings.Latent), new(settings.Batch, 1));
    }

    /// <inheritdoc/>
    public double Train(Matrix<T>? conditions, Matrix<T> values)
    {
        if (_code is null)
            return _model.Train(values, conditions);
        _code.Encode(values, _latent);
        return _model.Train(_latent, conditions);
    }

    /// <inheritdoc/>
    public void Estimate(Matrix<T>? conditions, Matrix<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        values.Clear();
        _squares.Clear();
        foreach (var start in Starts)
        {
            _model.Estimate(conditions, start, _latent);
            for (var row = 0; row < values.Rows; row++)
            {
                var end = _code is null ? _latent[row, 0] : _code.Decode(_latent.Row(row));
                (values[row, 0], _squares[row, 0]) = (values[row, 0] + end, _squares[row, 0] + end * end);
            }
        }

        var (share, optimism) = (T.CreateTruncating(1.0 / Starts.Length), T.CreateTruncating(_settings.Optimism));
        for (var row = 0; row < values.Rows; row++)
        {
            var mean = values[row, 0] * share;
            var variance = T.Max(T.Zero, _squares[row, 0] * share - mean * mean);
            values[row, 0] = mean + optimism * T.Sqrt(variance);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("diffusion", _model);
    }
}
