using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Ppo;

/// <summary>
/// Proximal policy optimisation (Schulman et al., arXiv 1707.06347) for masked, optionally factored actions: some decisions are taken by the policy of the day,
/// learned from several times while the clip keeps the policy near it, and forgotten.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PpoLearner<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PpoSettings _settings;
    private readonly PpoNetworks<T> _networks;
    private readonly PpoLosses<T> _losses;
    private readonly PpoBatch<T> _batch;
    private readonly LayerPass<T> _decider;
    private readonly MaskedPolicy<T> _policy;
    private readonly Matrix<T> _state;
    private readonly Adam<T> _actorAdam;
    private readonly Adam<T> _criticAdam;
    private readonly RandomStream _random;
    private readonly RandomStream _order;
    private readonly int[] _places;
    private long _updates;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public PpoLearner(PpoSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        (_random, _order) = (new(settings.Seed, "ppo/actions"), new(settings.Seed, "ppo/order"));
        _networks = new(settings);
        (_losses, _batch, Rollout) = (new(settings, _networks, backend), new(settings), new(settings));
        (_decider, _policy, _state) = (_networks.Actor.NewPass(backend, 1), new(settings.Space, backend, 1), new(1, settings.Features));
        var adam = new AdamSettings(ClipNorm: settings.ClipNorm);
        _actorAdam = new(backend, _networks.Actor.Parameters, new ConstantRate(settings.ActorRate), adam);
        _criticAdam = new(backend, _networks.Critic.Parameters, new ConstantRate(settings.CriticRate), adam);
        _places = new int[settings.Decisions];
    }

    /// <summary>Scale of the states.</summary>
    public RunningNormaliser Normaliser => _networks.Normaliser;

    /// <summary>From a scaled state to the logits of the space.</summary>
    public Layer<T> Actor => _networks.Actor;

    /// <summary>The decisions since the last update.</summary>
    public Rollout<T> Rollout { get; }

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>Chooses an action.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="mask">Which actions are valid; at least one.</param>
    /// <param name="explore">Whether to draw from the policy and to note the decision in the rollout; else the likeliest is taken and nothing noted.</param>
    /// <exception cref="InvalidOperationException">To be noted, but the last outcome is not known yet or the rollout is full.</exception>
    public int Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, bool explore)
    {
        var probabilities = Probabilities(state, mask);
        if (!explore)
            return Categorical.Likeliest(probabilities);
        var action = Categorical.Draw(probabilities, _random);
        Rollout.Decide(_state.Row(0), mask, action, _policy.LogProbabilities[0, action]);
        return action;
    }

    /// <summary>Notes what came of the last decision that explored.</summary>
    /// <param name="reward">Reward until the next decision.</param>
    /// <param name="discount">What the value of the next decision's state is multiplied with: γ, γ^Δt for a time Δt, 0 at an end.</param>
    public void Observe(double reward, double discount) => Rollout.Observe(reward, discount);

    /// <summary>Probability of every action in a state.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="mask">Which actions are valid; at least one.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<T> Probabilities(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask)
    {
        if (!mask.Contains(true))
            throw new ArgumentException("no action is valid: there is nothing to decide.", nameof(mask));
        Take(state);
        _policy.Evaluate(_decider.Forward(_state), mask);
        return _policy.Probabilities.Elements;
    }

    /// <summary>Learns from the rollout and begins a new one. The rollout need not be full.</summary>
    /// <param name="nextState">The state behind the last decision, not scaled; may be left out where the last discount is 0.</param>
    /// <exception cref="InvalidOperationException">There is no decision, or the outcome of the last one is not known yet.</exception>
    /// <exception cref="ArgumentException">The state behind the last decision is needed.</exception>
    public PpoFigures Update(ReadOnlySpan<float> nextState = default)
    {
        if (Rollout.Count == 0 || Rollout.IsAwaited)
            throw new InvalidOperationException("an update needs decisions whose outcomes are known.");
        Evaluate(nextState);
        Rollout.Estimate();
        var (sums, isOver) = (default(PpoFigures), false);
        for (var epoch = 0; epoch < _settings.Epochs && !isOver; epoch++)
        {
            Shuffle();
            for (var first = 0; first < Rollout.Count && !isOver; first += _settings.Batch)
            {
                _batch.Gather(Rollout, _places.AsSpan(first, Math.Min(_settings.Batch, Rollout.Count - first)));
                sums = Learn(sums);
                isOver = _losses.Divergence > _settings.GreatestDivergence;
            }
        }

        Rollout.Clear();
        _updates++;
        var n = sums.Minibatches;
        return new(sums.ActorLoss / n, sums.CriticLoss / n, sums.Entropy / n, sums.Divergence / n, sums.ClippedShare / n, n);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Stream("random", _random);
        state.Stream("order", _order);
        state.Within("networks", _networks);
        state.Within("rollout", Rollout);
        state.Within("actorAdam", _actorAdam);
        state.Within("criticAdam", _criticAdam);
    }

    private PpoFigures Learn(in PpoFigures sums)
    {
        var (actor, critic) = (_losses.ReverseActor(_batch), _losses.ReverseCritic(_batch));
        _actorAdam.Step();
        _criticAdam.Step();
        return new(
            sums.ActorLoss + actor,
            sums.CriticLoss + critic,
            sums.Entropy + _losses.Entropy,
            sums.Divergence + _losses.Divergence,
            sums.ClippedShare + _losses.ClippedShare,
            sums.Minibatches + 1);
    }

    // The values of all states by the critic as it is before the update, a batch at a time.
    private void Evaluate(ReadOnlySpan<float> nextState)
    {
        for (var first = 0; first < Rollout.Count; first += _settings.Batch)
        {
            var rows = Math.Min(_settings.Batch, Rollout.Count - first);
            for (var row = 0; row < rows; row++)
                Rollout.States.Row(first + row).CopyTo(_batch.States.Row(row));
            var values = _losses.Values(_batch.States);
            for (var row = 0; row < rows; row++)
                Rollout.Values[first + row] = values[row, 0];
        }

        Rollout.Values[Rollout.Count] = T.Zero;
        if (Rollout.Discounts[Rollout.Count - 1] == T.Zero)
            return;
        Take(nextState);
        _state.Row(0).CopyTo(_batch.States.Row(0));
        Rollout.Values[Rollout.Count] = _losses.Values(_batch.States)[0, 0];
    }

    private void Take(ReadOnlySpan<float> state)
    {
        if (state.Length != _settings.Features)
            throw new ArgumentException($"a state has {state.Length} numbers; it must have {_settings.Features}.", nameof(state));
        for (var i = 0; i < state.Length; i++)
            _state[0, i] = T.CreateTruncating(state[i]);
        if (_settings.IsNormalised)
            Normaliser.Normalise(_state, _state);
    }

    // Fisher and Yates.
    private void Shuffle()
    {
        var places = _places.AsSpan(0, Rollout.Count);
        for (var i = 0; i < places.Length; i++)
        {
            var j = _order.NextBelow(i + 1);
            (places[i], places[j]) = (places[j], i);
        }
    }
}
