using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Sac;

/// <summary>
/// Discrete soft actor-critic (Christodoulou, arXiv 1910.07207) with masked, optionally factored actions, twin quantile critics on a shared encoder that the
/// critics train, and prices of constrained costs. The actor's loss is the exact expectation over the valid actions: no action is sampled for it.
/// All gradients of an update are taken at the same parameters.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DiscreteSac<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SacSettings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly SacNetworks<T> _networks;
    private readonly SacMemory<T> _memory;
    private readonly SacDecider<T> _decider;
    private readonly Adam<T> _criticAdam;
    private readonly Adam<T> _actorAdam;
    private readonly Temperature<T> _temperature;
    private readonly RandomStream _random;
    private long _updates;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public DiscreteSac(SacSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        _random = new(settings.Seed, "sac/actions");
        _networks = new(settings, backend);
        _memory = new(settings, _networks, backend);
        _decider = new(settings, _networks, backend);
        var adam = new AdamSettings(ClipNorm: settings.ClipNorm);
        _criticAdam = new(backend, _networks.CriticParameters, new ConstantRate(settings.CriticRate), adam);
        _actorAdam = new(backend, _networks.Actor.Parameters, new ConstantRate(settings.ActorRate), adam);
        _temperature = new(backend, settings.Temperature, settings.TemperatureRate);
    }

    /// <summary>Scale of the states.</summary>
    public RunningNormaliser Normaliser => _networks.Normaliser;

    internal SacNetworks<T> Networks => _networks;

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>α.</summary>
    public double Temperature => _temperature.Value;

    /// <summary>Loss of each row of the last batch, of both critics together: what priorities go by.</summary>
    public ReadOnlySpan<T> Errors => _memory.Errors;

    /// <summary>Chooses an action.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="mask">Which actions are valid; at least one.</param>
    /// <param name="explore">Whether to draw from the policy; else the likeliest is taken.</param>
    public int Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, bool explore)
    {
        _decider.Evaluate(state, mask);
        return explore ? _decider.Draw(_random) : _decider.Likeliest();
    }

    /// <summary>Probability of every action in a state.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="mask">Which actions are valid; at least one.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<T> Probabilities(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask) => _decider.Evaluate(state, mask);

    /// <summary>Learns from a batch: critics, actor, temperature, then targets.</summary>
    /// <param name="batch">The batch; its states are scaled in place.</param>
    /// <param name="prices">What a unit of each constrained cost takes off the reward; empty where there are none.</param>
    public SacFigures Update(TransitionBatch<T> batch, ReadOnlySpan<double> prices = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfNotEqual(prices.Length, _settings.Layout.Costs);
        _networks.Normalise(batch);
        FormTargets(batch, prices);
        var criticLoss = ReverseCritics(batch);
        var (actorLoss, entropy, target) = ReverseActor(batch);
        var criticNorm = _criticAdam.Step();
        var actorNorm = _actorAdam.Step();
        if (_settings.TemperatureRate > 0)
            _temperature.Update(entropy, target);
        _networks.FollowTargets(_settings.TargetShare);
        _updates++;
        return new(criticLoss, actorLoss, entropy, Temperature, criticNorm, actorNorm);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Stream("random", _random);
        state.Within("networks", _networks);
        state.Within("criticAdam", _criticAdam);
        state.Within("actorAdam", _actorAdam);
        state.Within("temperature", _temperature);
    }

    // y_j = r - prices · costs + discount (min of the twins' quantile j of the next state - α log π)
    private void FormTargets(TransitionBatch<T> batch, ReadOnlySpan<double> prices)
    {
        var m = _memory;
        m.NextPolicy.Evaluate(m.Actor.Forward(m.Encoder.Forward(batch.NextStates)), batch.NextMasks);
        var latent = m.TargetEncoder.Forward(batch.NextStates);
        var alpha = T.CreateTruncating(_settings.HasCriticEntropy ? Temperature : 0);
        if (_settings.NextValue == NextValue.Sampled)
            m.DrawNext(_random);
        for (var twin = 0; twin < 2; twin++)
        {
            m.TargetCritics[twin].Forward(latent);
            if (_settings.NextValue == NextValue.Sampled)
                m.TargetCritics[twin].EvaluateChosen(m.NextActions);
            else
                m.TargetCritics[twin].EvaluateAll();
        }

        for (var row = 0; row < batch.Size; row++)
        {
            var target = m.Targets.Row(row);
            if (_settings.NextValue == NextValue.Sampled)
                m.SampledNext(row, alpha, target);
            else
                m.ExpectedNext(row, alpha, target);
            var reward = batch.Rewards[row];
            for (var k = 0; k < prices.Length; k++)
                reward -= T.CreateTruncating(prices[k]) * batch.Costs[row * prices.Length + k];
            foreach (ref var value in target)
                value = reward + batch.Discounts[row] * value;
        }
    }

    private double ReverseCritics(TransitionBatch<T> batch)
    {
        var m = _memory;
        var latent = m.Encoder.Forward(batch.States);
        var sum = 0.0;
        m.Errors.Clear();
        for (var twin = 0; twin < 2; twin++)
        {
            m.Critics[twin].Forward(latent);
            m.Critics[twin].EvaluateChosen(batch.Actions);
            _backend.QuantileHuber(m.Critics[twin].Chosen, m.Targets, T.CreateTruncating(_settings.Kappa), m.Losses, m.QuantileGradient);
            for (var row = 0; row < batch.Size; row++)
            {
                var weight = batch.Weights[row] / T.CreateTruncating(batch.Size);
                foreach (ref var slope in m.QuantileGradient.Row(row))
                    slope *= weight;
                m.Errors[row] += m.Losses[row, 0];
                sum += double.CreateTruncating(weight * m.Losses[row, 0]);
            }

            m.Critics[twin].Backward(batch.Actions, m.QuantileGradient, m.LatentGradient, accumulate: twin > 0);
        }

        m.Encoder.Backward(m.LatentGradient);
        return sum;
    }

    // The encoder's output is taken as given: only the critics train it.
    private (double Loss, double Entropy, double Target) ReverseActor(TransitionBatch<T> batch)
    {
        var m = _memory;
        m.Policy.Evaluate(m.Actor.Forward(m.Encoder.Output), batch.Masks);
        m.Critics[0].EvaluateMeans();
        m.Critics[1].EvaluateMeans();
        var alpha = T.CreateTruncating(Temperature);
        var (logs, objective) = (m.Policy.LogProbabilities, m.Objective);
        for (var row = 0; row < batch.Size; row++)
        {
            for (var action = 0; action < objective.Columns; action++)
                objective[row, action] = alpha * logs[row, action] - T.Min(m.Critics[0].Means[row, action], m.Critics[1].Means[row, action]);
        }

        m.Policy.ExpectationGradient(objective, T.One / T.CreateTruncating(batch.Size), m.LogitGradient);
        m.Actor.Backward(m.LogitGradient);
        return m.Summary(batch.Masks, _settings.TargetEntropyShare);
    }
}
