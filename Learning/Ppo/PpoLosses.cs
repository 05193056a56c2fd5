using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Ppo;

/// <summary>The two losses of PPO on a minibatch, and their way back.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths, clip and bonus.</param>
/// <param name="networks">The networks.</param>
/// <param name="backend">Does the arithmetic.</param>
public sealed class PpoLosses<T>(PpoSettings settings, PpoNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T> _actor = networks.Actor.NewPass(backend, settings.Batch);
    private readonly LayerPass<T> _critic = networks.Critic.NewPass(backend, settings.Batch);
    private readonly MaskedPolicy<T> _policy = new(settings.Space, backend, settings.Batch);
    private readonly Matrix<T> _objective = new(settings.Batch, settings.Space.Actions);
    private readonly Matrix<T> _logitGradient = new(settings.Batch, settings.Space.Logits);
    private readonly Matrix<T> _valueGradient = new(settings.Batch, 1);

    /// <summary>Mean entropy of the policy in the last <see cref="ReverseActor"/>, nats.</summary>
    public double Entropy { get; private set; }

    /// <summary>Mean of ρ - 1 - log ρ in the last <see cref="ReverseActor"/>: an estimate of the divergence from the old policy that is never negative (Schulman).</summary>
    public double Divergence { get; private set; }

    /// <summary>Share of the rows in the last <see cref="ReverseActor"/> whose ratio no longer counted.</summary>
    public double ClippedShare { get; private set; }

    /// <summary>Values of states.</summary>
    /// <param name="states">Batch x features.</param>
    /// <returns>Batch x 1; valid until the next call.</returns>
    public Matrix<T> Values(Matrix<T> states) => _critic.Forward(states);

    /// <summary>Half the mean squared error of the values; its gradient is added to the critic's.</summary>
    /// <param name="batch">The minibatch.</param>
    public double ReverseCritic(PpoBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var loss = Regression.WeightedHuber(_critic.Forward(batch.States), batch.Returns, batch.Weights, T.PositiveInfinity, _valueGradient);
        _critic.Backward(_valueGradient);
        return loss;
    }

    /// <summary>-E[min(ρ A, clip(ρ) A)] - bonus · entropy, ρ = π(a) / π_old(a); its gradient is added to the actor's.</summary>
    /// <param name="batch">The minibatch.</param>
    /// <remarks>
    /// Where it is not clipped, ρ A is the expectation under the new policy of a number that is A / π_old(a) for the action taken and 0 for the others, so
    /// that the way back is that of an expectation, entropy included.
    /// </remarks>
    public double ReverseActor(PpoBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _policy.Evaluate(_actor.Forward(batch.States), batch.Masks);
        var (surrogate, bonus) = (0.0, T.CreateTruncating(settings.EntropyBonus));
        (Entropy, Divergence, ClippedShare) = (0, 0, 0);
        for (var row = 0; row < settings.Batch; row++)
        {
            var share = double.CreateTruncating(batch.Weights[row]) / settings.Batch;
            var objective = _objective.Row(row);
            for (var action = 0; action < objective.Length; action++)
                objective[action] = batch.Weights[row] * bonus * _policy.LogProbabilities[row, action];
            surrogate += share * Surrogate(batch, row, share, objective);
            Entropy += share * _policy.Entropy(row);
        }

        _policy.ExpectationGradient(_objective, T.One / T.CreateTruncating(settings.Batch), _logitGradient);
        _actor.Backward(_logitGradient);
        return -surrogate - settings.EntropyBonus * Entropy;
    }

    private double Surrogate(PpoBatch<T> batch, int row, double share, Span<T> objective)
    {
        var (action, advantage) = (batch.Actions[row], double.CreateTruncating(batch.Advantages[row]));
        var log = double.CreateTruncating(_policy.LogProbabilities[row, action] - batch.LogProbabilities[row]);
        var ratio = Math.Exp(log);
        Divergence += share * (ratio - 1 - log);
        if (advantage > 0 ? ratio > 1 + settings.Clip : ratio < 1 - settings.Clip)
        {
            ClippedShare += share;
            return Math.Clamp(ratio, 1 - settings.Clip, 1 + settings.Clip) * advantage;
        }

        objective[action] -= batch.Weights[row] * batch.Advantages[row] * T.Exp(-batch.LogProbabilities[row]);
        return ratio * advantage;
    }
}
