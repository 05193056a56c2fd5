using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Published;

/// <summary>
/// The two losses of the published update on a batch, and their way back. The critics' loss stops at the latent state. The actor's reaches the encoder through
/// Q's features and through log π, but the heads only through log π: an action that was drawn does not depend on them.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths.</param>
/// <param name="networks">The networks.</param>
/// <param name="backend">Does the arithmetic.</param>
public sealed class PublishedLosses<T>(PublishedSettings settings, PublishedNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _batch = settings.Batch;
    private readonly T _perRow = T.One / T.CreateTruncating(settings.Batch);
    private readonly LayerPass<T> _encoder = networks.Encoder.NewPass(backend, settings.Batch);
    private readonly HeadPass<T>[] _heads = [.. networks.Heads.Select(head => new HeadPass<T>(head, backend, settings.Batch))];
    private readonly LayerPass<T>[] _critics = [.. networks.Critics.Select(critic => critic.NewPass(backend, settings.Batch))];
    private readonly LayerPass<T>[] _targetCritics = [.. networks.TargetCritics.Select(critic => critic.NewPass(backend, settings.Batch))];
    private readonly Matrix<T>[] _slopes = [new(settings.Batch, settings.Quantiles), new(settings.Batch, settings.Quantiles)];
    private readonly Matrix<T> _coded = new(settings.Batch, networks.Critics[0].Inputs);
    private readonly Matrix<T> _codedGradient = new(settings.Batch, networks.Critics[0].Inputs);
    private readonly Matrix<T> _latentGradient = new(settings.Batch, settings.Width);
    private readonly int[] _drawn = new int[settings.Batch * settings.Heads.Count];

    /// <summary>Mean entropy of the policy, nats.</summary>
    public double MeanEntropy
    {
        get
        {
            var sum = 0.0;
            for (var row = 0; row < _batch; row++)
            {
                foreach (var head in _heads)
                    sum += head.Entropy(row);
            }

            return sum / _batch;
        }
    }

    /// <summary>Mean of log π of the actions drawn.</summary>
    public double MeanLogProbability
    {
        get
        {
            var sum = T.Zero;
            for (var row = 0; row < _batch; row++)
                sum += LogProbability(row);
            return double.CreateTruncating(sum) / _batch;
        }
    }

    /// <summary>log π of the action drawn for a row.</summary>
    /// <param name="row">The row.</param>
    public T LogProbability(int row)
    {
        var sum = T.Zero;
        foreach (var head in _heads)
            sum += head.LogProbability(row);
        return sum;
    }

    /// <summary>Takes states to the latent state, which all that follows looks at.</summary>
    /// <param name="states">Batch x features.</param>
    public void Encode(Matrix<T> states) => _encoder.Forward(states);

    /// <summary>Works out the policy.</summary>
    /// <param name="masks">Which choices are valid, row by row, head after head.</param>
    public void EvaluatePolicy(ReadOnlySpan<bool> masks)
    {
        var offset = 0;
        for (var head = 0; head < _heads.Length; offset += settings.Heads[head++])
            _heads[head].Evaluate(_encoder.Output, masks, offset);
    }

    /// <summary>Draws an action for each row.</summary>
    /// <param name="random">From what.</param>
    public void Draw(RandomStream random)
    {
        for (var head = 0; head < _heads.Length; head++)
        {
            _heads[head].Draw(random);
            for (var row = 0; row < _batch; row++)
                _drawn[row * _heads.Length + head] = _heads[head].Chosen[row];
        }
    }

    /// <summary>Smaller of the slow twins' quantiles of the actions drawn.</summary>
    /// <param name="values">Batch x quantiles; written.</param>
    public void TargetQuantiles(Matrix<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Code(_drawn);
        var first = _targetCritics[0].Forward(_coded).Elements;
        var second = _targetCritics[1].Forward(_coded).Elements;
        for (var i = 0; i < first.Length; i++)
            values.Elements[i] = T.Min(first[i], second[i]);
    }

    /// <summary>Mean loss of both critics; its gradients are added to theirs.</summary>
    /// <param name="actions">Actions, row by row, head after head.</param>
    /// <param name="targets">Batch x quantiles.</param>
    public double ReverseCritics(ReadOnlySpan<int> actions, Matrix<T> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        Code(actions);
        var sum = T.Zero;
        for (var twin = 0; twin < _critics.Length; twin++)
        {
            var quantiles = _critics[twin].Forward(_coded);
            for (var row = 0; row < _batch; row++)
            {
                sum += _perRow * TargetQuantileLoss.Row<T>(quantiles.Row(row), targets.Row(row), _slopes[twin].Row(row));
                foreach (ref var slope in _slopes[twin].Row(row))
                    slope *= _perRow;
            }

            _critics[twin].Backward(_slopes[twin]);
        }

        return double.CreateTruncating(sum);
    }

    /// <summary>Mean of α log π - Q of the actions drawn, Q the mean of the twins' smaller quantiles; its gradients are added to those of encoder and heads.</summary>
    /// <param name="alpha">α.</param>
    public double ReverseActor(T alpha)
    {
        var value = ReverseValue();
        foreach (var head in _heads)
            head.Backward(alpha * _perRow, _latentGradient);
        _encoder.Backward(_latentGradient);
        return double.CreateTruncating(alpha) * MeanLogProbability - value;
    }

    // Mean Q; writes the derivative of -Q by the latent state.
    private double ReverseValue()
    {
        Code(_drawn);
        var first = _critics[0].Forward(_coded).Elements;
        var second = _critics[1].Forward(_coded).Elements;
        var share = _perRow / T.CreateTruncating(settings.Quantiles);
        var sum = T.Zero;
        for (var i = 0; i < first.Length; i++)
        {
            var isFirst = first[i] <= second[i];
            sum += share * (isFirst ? first[i] : second[i]);
            _slopes[0].Elements[i] = isFirst ? -share : T.Zero;
            _slopes[1].Elements[i] = isFirst ? T.Zero : -share;
        }

        _critics[0].InputGradient(_slopes[0], _codedGradient);
        _critics[1].InputGradient(_slopes[1], _codedGradient, accumulate: true);
        for (var row = 0; row < _batch; row++)
            _codedGradient.Row(row)[..settings.Width].CopyTo(_latentGradient.Row(row));
        return double.CreateTruncating(sum);
    }

    // Latent state, then a one-hot code of each head's choice.
    private void Code(ReadOnlySpan<int> actions)
    {
        for (var row = 0; row < _batch; row++)
        {
            var coded = _coded.Row(row);
            _encoder.Output.Row(row).CopyTo(coded);
            var codes = coded[settings.Width..];
            codes.Clear();
            for (var head = 0; head < _heads.Length; head++)
            {
                codes[actions[row * _heads.Length + head]] = T.One;
                codes = codes[settings.Heads[head]..];
            }
        }
    }
}
