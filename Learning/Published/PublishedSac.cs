using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Learning.Published;

/// <summary>
/// The hybrid SAC of CHSAC-AF's public code (github.com/filrg/distributed_cluster_GPUs, commit 9e78013) to the letter, for what it shows: raw states, actions
/// drawn where an expectation was meant, τ along the target's axis, an encoder that the critics do not train, multipliers that cannot fall, an entropy that
/// cannot be reached. <see cref="DiscreteSac{T}"/> is what the paper means.
/// </summary>
/// <remarks>
/// Three things are left out that change no number: the next state's value where its discount is 0, the critics' gradient by the latent state, which the public
/// code wipes before it is used, and their gradient in the actor's loss, which it wipes too.
/// </remarks>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PublishedSac<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PublishedSettings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly PublishedNetworks<T> _networks;
    private readonly PublishedLosses<T> _losses;
    private readonly PublishedDecider<T> _decider;
    private readonly PublishedMemory _memory;
    private readonly PublishedBatch<T> _batch;
    private readonly Matrix<T> _targets;
    private readonly Adam<T> _actorAdam;
    private readonly Adam<T> _criticAdam;
    private readonly Temperature<T> _temperature;
    private readonly RisingPrices _prices;
    private readonly RandomStream _random;
    private long _updates;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public PublishedSac(PublishedSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        _networks = new(settings);
        _losses = new(settings, _networks, backend);
        _decider = new(settings, _networks, backend);
        _memory = new(settings, new(settings.Seed, "published/replay"));
        _batch = new(settings);
        _targets = new(settings.Batch, settings.Quantiles);
        var (rate, adam) = (new ConstantRate(settings.Rate), new AdamSettings(ClipNorm: settings.ClipNorm));
        _actorAdam = new(backend, _networks.ActorParameters, rate, adam);
        _criticAdam = new(backend, _networks.CriticParameters, rate, adam);
        _temperature = new(backend, settings.Temperature, settings.Rate);
        _prices = new(settings.CostLimits);
        _random = new(settings.Seed, "published/actions");
    }

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>α.</summary>
    public double Temperature => _temperature.Value;

    /// <summary>λ of each cost.</summary>
    public ReadOnlySpan<double> Prices => _prices.Values;

    /// <summary>Whether there are transitions enough to learn from.</summary>
    public bool IsWarm => _memory.Count >= _settings.WarmUp;

    /// <summary>Chooses an action.</summary>
    /// <param name="state">The state, as it is.</param>
    /// <param name="mask">Which choices are valid, head after head; a head without any is drawn uniformly.</param>
    /// <param name="actions">Receives the choice of each head.</param>
    public void Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, Span<int> actions)
    {
        _decider.Evaluate(state, mask);
        _decider.Draw(_random, actions);
    }

    /// <summary>Probability of every choice of a head. Draws nothing.</summary>
    /// <param name="state">The state, as it is.</param>
    /// <param name="mask">Which choices are valid, head after head.</param>
    /// <param name="head">Index of the head.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<T> Probabilities(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int head)
    {
        _decider.Evaluate(state, mask);
        return _decider.Probabilities(head);
    }

    /// <summary>Keeps a transition.</summary>
    /// <param name="transition">The transition; it is copied.</param>
    public void Add(in PublishedTransition transition) => _memory.Add(transition);

    /// <summary>Learns from a batch: critics, then actor and temperature, then the slow copies, then the multipliers.</summary>
    /// <exception cref="InvalidOperationException">Nothing was added yet.</exception>
    public PublishedFigures Update()
    {
        if (_memory.Count == 0)
            throw new InvalidOperationException("nothing was added to the replay memory: no batch can be drawn.");
        _memory.Sample(_batch);
        FormTargets();
        _losses.Encode(_batch.States);
        var criticLoss = _losses.ReverseCritics(_batch.Actions, _targets);
        _criticAdam.Step();

        _losses.EvaluatePolicy(_batch.Masks);
        _losses.Draw(_random);
        var actorLoss = _losses.ReverseActor(T.CreateTruncating(Temperature));
        _actorAdam.Step();
        // The loss -log α (log π + target), with log π in the place of the entropy.
        _temperature.Update(-_losses.MeanLogProbability, _settings.TargetEntropy);

        for (var twin = 0; twin < _networks.Critics.Count; twin++)
            _networks.TargetCritics[twin].Follow(_backend, _networks.Critics[twin], _settings.TargetShare);
        RaisePrices();
        _updates++;
        return new(criticLoss, actorLoss, _losses.MeanEntropy, Temperature);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Stream("random", _random);
        state.Within("networks", _networks);
        state.Within("actorAdam", _actorAdam);
        state.Within("criticAdam", _criticAdam);
        state.Within("temperature", _temperature);
        state.Within("prices", _prices);
        state.Within("memory", _memory);
    }

    // y = r - Σ λ (c - limit)+ + discount (min Q' - α log π'), with the multipliers of now.
    private void FormTargets()
    {
        var looksAhead = _batch.Discounts.AsSpan().IndexOfAnyExcept(T.Zero) >= 0;
        if (looksAhead)
        {
            _losses.Encode(_batch.NextStates);
            _losses.EvaluatePolicy(_batch.Masks);
            _losses.Draw(_random);
            _losses.TargetQuantiles(_targets);
        }

        var alpha = T.CreateTruncating(Temperature);
        for (var row = 0; row < _settings.Batch; row++)
        {
            var reward = EffectiveReward(row);
            if (!looksAhead)
            {
                _targets.Row(row).Fill(reward);
                continue;
            }

            var bonus = alpha * _losses.LogProbability(row);
            foreach (ref var target in _targets.Row(row))
                target = reward + _batch.Discounts[row] * (target - bonus);
        }
    }

    private T EffectiveReward(int row)
    {
        var reward = _batch.Rewards[row];
        for (var kind = 0; kind < Prices.Length; kind++)
            reward -= T.CreateTruncating(Prices[kind] * _prices.Excess(kind, Cost(row, kind)));
        return reward;
    }

    private void RaisePrices()
    {
        for (var kind = 0; kind < Prices.Length; kind++)
        {
            var sum = 0.0;
            for (var row = 0; row < _settings.Batch; row++)
                sum += Cost(row, kind);
            _prices.Update(kind, sum / _settings.Batch);
        }
    }

    private double Cost(int row, int kind) => double.CreateTruncating(_batch.Costs[row * Prices.Length + kind]);
}
