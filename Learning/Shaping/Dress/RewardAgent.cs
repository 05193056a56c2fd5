using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>
/// The reward agent of DRESS (arXiv 2503.07433, which extends ReLara, ICML 2024): a soft actor-critic that sees a state and an action, and whose own action is a
/// reward r^S in [-1, 1] for them, made by a denoising chain. Other than in the public code every row has a proposal of its own, rewards are added row by row, and
/// what is stored with a transition is what was proposed for it.
/// </summary>
/// <remarks>
/// What it learns is not identified: neither the environment's reward nor what comes next depends on r^S, so that the best critic is constant in it and the chain
/// follows entropy and errors of approximation. It is kept to compare with. There is no denoising loss.
/// </remarks>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class RewardAgent<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DressSettings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly DressNetworks<T> _networks;
    private readonly DressLosses<T> _losses;
    private readonly DenoisingPass<T> _single;
    private readonly TanhGaussian<T> _singleProposal = new(1);
    private readonly Matrix<T> _condition;
    private readonly Adam<T> _criticAdam;
    private readonly Adam<T> _actorAdam;
    private readonly Temperature<T> _temperature;
    private readonly RandomStream _proposing;
    private readonly RandomStream _training;
    private long _updates;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public RewardAgent(DressSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        (_proposing, _training) = (new(settings.Seed, "dress/proposing"), new(settings.Seed, "dress/training"));
        _networks = new(settings);
        _losses = new(settings, _networks, backend);
        (_single, _condition) = (new(_networks.Chain, backend, 1), new(1, settings.Condition));
        var adam = new AdamSettings(ClipNorm: settings.ClipNorm);
        _criticAdam = new(backend, _networks.Critics.Parameters, new ConstantRate(settings.CriticRate), adam);
        _actorAdam = new(backend, _networks.Chain.Parameters, new ConstantRate(settings.ActorRate), adam);
        _temperature = new(backend, settings.Temperature, settings.TemperatureRate);
    }

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>Proposes a reward for one decision, to be stored with it.</summary>
    /// <param name="condition">State and action side by side.</param>
    /// <returns>r^S in [-1, 1].</returns>
    public double Propose(ReadOnlySpan<float> condition)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(condition.Length, _settings.Condition);
        for (var i = 0; i < condition.Length; i++)
            _condition[0, i] = T.CreateTruncating(condition[i]);
        _single.DrawNoise(_proposing);
        _singleProposal.DrawNoise(_proposing);
        _singleProposal.Evaluate(_single.Forward(_condition));
        return double.CreateTruncating(_singleProposal.Values[0, 0]);
    }

    /// <summary>Proposes a reward for every row of a batch, each by its own condition and noise.</summary>
    /// <param name="conditions">Batch x condition.</param>
    /// <param name="proposals">r^S in [-1, 1], as many as there are rows; written.</param>
    public void Propose(Matrix<T> conditions, Span<T> proposals)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(proposals.Length, _settings.Batch);
        _losses.DrawNoise(_proposing);
        _losses.Propose(conditions);
        _losses.Proposals.Elements.CopyTo(proposals);
    }

    /// <summary>What the critics say of proposals: the smaller of the twins.</summary>
    /// <param name="conditions">Batch x condition.</param>
    /// <param name="proposals">Batch x 1.</param>
    /// <param name="values">Batch x 1; written.</param>
    public void Values(Matrix<T> conditions, Matrix<T> proposals, Matrix<T> values) => _losses.Values(conditions, proposals, values);

    /// <summary>Learns from a batch: critics, chain, temperature, then the slow critics.</summary>
    /// <param name="batch">
    /// The batch, laid out as <see cref="DressSettings.Layout"/> says, with the environment's rewards and the proposals that were made at the time.
    /// </param>
    public DressFigures Train(TransitionBatch<T> batch)
    {
        _losses.DrawNoise(_training);
        _losses.FormTargets(batch, _temperature.Value);
        var criticLoss = _losses.ReverseCritics(batch);
        _losses.DrawNoise(_training);
        var actorLoss = _losses.ReverseActor(batch, _temperature.Value);
        var entropy = _losses.Entropy;
        var criticNorm = _criticAdam.Step();
        var actorNorm = _actorAdam.Step();
        if (_settings.TemperatureRate > 0)
            _temperature.Update(entropy, _settings.TargetEntropy);
        _networks.Critics.Follow(_backend, _settings.TargetShare);
        _updates++;
        return new(criticLoss, actorLoss, entropy, _temperature.Value, criticNorm, actorNorm);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Stream("proposing", _proposing);
        state.Stream("training", _training);
        state.Within("networks", _networks);
        state.Within("criticAdam", _criticAdam);
        state.Within("actorAdam", _actorAdam);
        state.Within("temperature", _temperature);
    }
}
