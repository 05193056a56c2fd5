using System.Numerics;
using ControlPlane.Learning.Critics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Td3;

/// <summary>The two losses of TD3 on a batch, and their way back.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths and noises.</param>
/// <param name="networks">The networks.</param>
/// <param name="backend">Does the arithmetic.</param>
public sealed class Td3Losses<T>(Td3Settings settings, Td3Networks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T> _actor = networks.Actor.NewPass(backend, settings.Batch);
    private readonly LayerPass<T> _slowActor = networks.SlowActor.NewPass(backend, settings.Batch);
    private readonly TwinCriticsPass<T> _critics = new(networks.Critics, backend, settings.Batch);
    private readonly Matrix<T> _nextActions = new(settings.Batch, settings.Layout.ActionNumbers);
    private readonly Matrix<T> _actionGradient = new(settings.Batch, settings.Layout.ActionNumbers);

    /// <summary>What the critics are to say, batch x 1.</summary>
    public Matrix<T> Targets { get; } = new(settings.Batch, 1);

    /// <summary>Error of each row in the last <see cref="ReverseCritics"/>.</summary>
    public ReadOnlySpan<T> Errors => _critics.Errors;

    /// <summary>r + discount · the smaller of the slow twins' values of the next action: the slow actor's, with noise, so that a narrow peak of a critic is not believed.</summary>
    /// <param name="batch">The batch, scaled.</param>
    /// <param name="random">Where the noise comes from.</param>
    public void FormTargets(TransitionBatch<T> batch, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(random);
        var actions = _slowActor.Forward(batch.NextStates).Elements;
        var limit = settings.TargetNoiseLimit;
        for (var i = 0; i < actions.Length; i++)
        {
            var noise = T.CreateTruncating(Math.Clamp(settings.TargetNoise * random.NextNormal(), -limit, limit));
            _nextActions.Elements[i] = T.Clamp(actions[i] + noise, -T.One, T.One);
        }

        _critics.SlowLeast(batch.NextStates, _nextActions, Targets);
        for (var row = 0; row < batch.Size; row++)
            Targets[row, 0] = batch.Rewards[row] + batch.Discounts[row] * Targets[row, 0];
    }

    /// <summary>Loss of both critics against the targets; its gradients are added to theirs.</summary>
    /// <param name="batch">The batch, scaled.</param>
    public double ReverseCritics(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _critics.Reverse(batch.States, batch.ActionNumbers, Targets, batch.Weights, T.CreateTruncating(settings.Kappa));
    }

    /// <summary>-E[Q(s, π(s))] by the first critic, which is asked and not taught; its gradient is added to the actor's.</summary>
    /// <param name="batch">The batch, scaled.</param>
    public double ReverseActor(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var value = _critics.ReverseValue(batch.States, _actor.Forward(batch.States), isLeast: false, _actionGradient);
        _actor.Backward(_actionGradient);
        return -value;
    }
}
