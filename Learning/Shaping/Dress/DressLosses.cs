using System.Numerics;
using ControlPlane.Learning.Critics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>The two losses of a reward agent on a batch, and their way back.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths.</param>
/// <param name="networks">The networks.</param>
/// <param name="backend">Does the arithmetic.</param>
public sealed class DressLosses<T>(DressSettings settings, DressNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DenoisingPass<T> _chain = new(networks.Chain, backend, settings.Batch);
    private readonly TanhGaussian<T> _proposals = new(settings.Batch);
    private readonly TwinCriticsPass<T> _critics = new(networks.Critics, backend, settings.Batch);
    private readonly Matrix<T> _proposalGradient = new(settings.Batch, 1);
    private readonly Matrix<T> _chainGradient = new(settings.Batch, 2);

    /// <summary>What the critics are to say, batch x 1.</summary>
    public Matrix<T> Targets { get; } = new(settings.Batch, 1);

    /// <summary>What was last proposed, batch x 1.</summary>
    public Matrix<T> Proposals => _proposals.Values;

    /// <summary>Estimate of the entropy of what was last proposed, nats.</summary>
    public double Entropy => _proposals.Entropy;

    /// <summary>Error of each row in the last <see cref="ReverseCritics"/>.</summary>
    public ReadOnlySpan<T> Errors => _critics.Errors;

    /// <summary>Draws all the noise of the next proposals.</summary>
    /// <param name="random">From what.</param>
    public void DrawNoise(RandomStream random)
    {
        _chain.DrawNoise(random);
        _proposals.DrawNoise(random);
    }

    /// <summary>Proposes a reward for every row by the noise drawn last.</summary>
    /// <param name="conditions">Batch x condition.</param>
    public void Propose(Matrix<T> conditions) => _proposals.Evaluate(_chain.Forward(conditions));

    /// <summary>r^E + discount · (the smaller of the slow twins' values of what is proposed next - α log π).</summary>
    /// <param name="batch">The batch, laid out as <see cref="DressSettings.Layout"/> says.</param>
    /// <param name="alpha">α.</param>
    public void FormTargets(TransitionBatch<T> batch, double alpha)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Propose(batch.NextStates);
        _critics.SlowLeast(batch.NextStates, Proposals, Targets);
        for (var row = 0; row < batch.Size; row++)
        {
            var soft = Targets[row, 0] - T.CreateTruncating(alpha) * _proposals.LogDensities[row];
            Targets[row, 0] = batch.Rewards[row] + batch.Discounts[row] * soft;
        }
    }

    /// <summary>Loss of both critics against the targets, at the rewards that were proposed when the transitions happened; its gradients are added to theirs.</summary>
    /// <param name="batch">The batch.</param>
    public double ReverseCritics(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _critics.Reverse(batch.States, batch.ActionNumbers, Targets, batch.Weights, T.PositiveInfinity);
    }

    /// <summary>E[α log π(r) - the smaller Q(c, r)] by the noise drawn last, through all steps of the chain; its gradients are added to the chain's.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="alpha">α.</param>
    public double ReverseActor(TransitionBatch<T> batch, double alpha)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Propose(batch.States);
        var value = _critics.ReverseValue(batch.States, Proposals, isLeast: true, _proposalGradient);
        _proposals.Backward(alpha, _proposalGradient, _chainGradient);
        _chain.Backward(_chainGradient);
        return -alpha * Entropy - value;
    }

    /// <summary>What the critics say of proposals: the smaller of the twins.</summary>
    /// <param name="conditions">Batch x condition.</param>
    /// <param name="proposals">Batch x 1.</param>
    /// <param name="values">Batch x 1; written.</param>
    public void Values(Matrix<T> conditions, Matrix<T> proposals, Matrix<T> values) => _critics.Least(conditions, proposals, values);
}
