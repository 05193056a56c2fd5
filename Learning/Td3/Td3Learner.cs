using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Td3;

/// <summary>
/// Twin delayed deep deterministic policy gradient (Fujimoto, van Hoof and Meger, ICML 2018) for actions in [-1, 1]^k: twin critics of which the smaller counts,
/// noise on the next action in their targets, and an actor that learns half as often. As in the paper the actor sees the critics after their step.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Td3Learner<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Td3Settings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly Td3Networks<T> _networks;
    private readonly Td3Losses<T> _losses;
    private readonly LayerPass<T> _decider;
    private readonly Matrix<T> _state;
    private readonly Adam<T> _criticAdam;
    private readonly Adam<T> _actorAdam;
    private readonly RandomStream _exploration;
    private readonly RandomStream _smoothing;
    private long _updates;
    private double _actorLoss;
    private double _actorNorm;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public Td3Learner(Td3Settings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        (_exploration, _smoothing) = (new(settings.Seed, "td3/exploration"), new(settings.Seed, "td3/smoothing"));
        _networks = new(settings);
        _losses = new(settings, _networks, backend);
        (_decider, _state) = (_networks.Actor.NewPass(backend, 1), new(1, settings.Layout.Features));
        var adam = new AdamSettings(ClipNorm: settings.ClipNorm);
        _criticAdam = new(backend, _networks.Critics.Parameters, new ConstantRate(settings.CriticRate), adam);
        _actorAdam = new(backend, _networks.Actor.Parameters, new ConstantRate(settings.ActorRate), adam);
    }

    /// <summary>Scale of the states.</summary>
    public RunningNormaliser Normaliser => _networks.Normaliser;

    /// <summary>From a scaled state to the numbers of an action.</summary>
    public Layer<T> Actor => _networks.Actor;

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>|Q - target| of each row of the last batch: what priorities go by.</summary>
    public ReadOnlySpan<T> Errors => _losses.Errors;

    /// <summary>Chooses an action.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="explore">Whether noise is added.</param>
    /// <param name="action">Numbers in [-1, 1]; written.</param>
    public void Decide(ReadOnlySpan<float> state, bool explore, Span<double> action)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, _settings.Layout.Features);
        ArgumentOutOfRangeException.ThrowIfNotEqual(action.Length, _settings.Layout.ActionNumbers);
        for (var i = 0; i < state.Length; i++)
            _state[0, i] = T.CreateTruncating(state[i]);
        if (_settings.IsNormalised)
            Normaliser.Normalise(_state, _state);
        var meant = _decider.Forward(_state);
        for (var i = 0; i < action.Length; i++)
        {
            var noise = explore ? _settings.ExplorationNoise * _exploration.NextNormal() : 0;
            action[i] = Math.Clamp(double.CreateTruncating(meant[0, i]) + noise, -1, 1);
        }
    }

    /// <summary>Learns from a batch: the critics, and every few times the actor and the slow copies.</summary>
    /// <param name="batch">The batch; its states are scaled in place, its rewards may have been rewritten.</param>
    public Td3Figures Update(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _networks.Normalise(batch);
        _losses.FormTargets(batch, _smoothing);
        var criticLoss = _losses.ReverseCritics(batch);
        var criticNorm = _criticAdam.Step();
        if (++_updates % _settings.ActorDelay == 0)
        {
            _actorLoss = _losses.ReverseActor(batch);
            _actorNorm = _actorAdam.Step();
            _networks.Follow(_backend);
        }

        return new(criticLoss, _actorLoss, criticNorm, _actorNorm);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Value("actorLoss", ref _actorLoss);
        state.Value("actorNorm", ref _actorNorm);
        state.Stream("exploration", _exploration);
        state.Stream("smoothing", _smoothing);
        state.Within("networks", _networks);
        state.Within("criticAdam", _criticAdam);
        state.Within("actorAdam", _actorAdam);
    }
}
