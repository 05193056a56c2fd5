using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Pricing;

/// <summary>
/// Soft actor-critic for tasks that occupy shared resources, where what an option costs at once is known and only what it costs those that come after has to be
/// learned. The critic is Q(s, a) = B(s) - c(a) - w o(a) μ(s, a): c the known immediate cost of a task of mean size, o what it occupies, w the task's size over the
/// mean, μ ≥ 0 the learned price of the resource, B the distribution of what follows. The policy that maximises E[Q] + α H is exp(Q/α) over its sum, and needs no
/// network of its own; as c, o and μ do not depend on w, nor does the order of the options.
/// </summary>
/// <remarks>
/// Next states enter with a task of mean size, w = 1: sizes are drawn independently of the state, so the expectation is the same and their noise is gone.
/// </remarks>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PricedSac<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PricedSettings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly PriceNetwork<T> _slow;
    private readonly PricePass<T> _now;
    private readonly PricePass<T> _next;
    private readonly Matrix<T> _predicted;
    private readonly Matrix<T> _targets;
    private readonly Matrix<T> _losses;
    private readonly Matrix<T> _baselineGradient;
    private readonly Matrix<T> _priceGradient;
    private readonly Adam<T> _adam;
    private long _updates;

    /// <summary>Draws the network.</summary>
    /// <param name="settings">Widths, rates and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public PricedSac(PricedSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        (Network, Average, _slow) = (new(settings), new(settings), new(settings));
        (_now, _next) = (new(Network, backend, settings.Batch, settings.Resources), new(_slow, backend, settings.Batch, settings.Resources));
        (_predicted, _targets, _baselineGradient) =
            (new(settings.Batch, settings.Quantiles), new(settings.Batch, settings.Quantiles), new(settings.Batch, settings.Quantiles));
        _losses = new(settings.Batch, 1);
        _priceGradient = new(settings.Batch * settings.Resources, settings.Levels);
        _adam = new(backend, Network.Parameters, new CosineRate(settings.Rate, settings.LastRate, 0, settings.RateSteps), new(ClipNorm: settings.ClipNorm));
    }

    /// <summary>What is learned.</summary>
    public PriceNetwork<T> Network { get; }

    /// <summary>The mean of what was learned over the last updates: with less of the noise of single batches, it is what should decide.</summary>
    public PriceNetwork<T> Average { get; }

    /// <summary>Updates made.</summary>
    public long Updates => _updates;

    /// <summary>Updates left out because a gradient was not finite.</summary>
    public long Refused => _adam.Refused;

    /// <summary>Begins with the parameters of another network in place of drawn ones.</summary>
    /// <param name="network">That network, of the same shape.</param>
    public void Begin(PriceNetwork<T> network)
    {
        Network.Follow(_backend, network, 1);
        Average.Follow(_backend, network, 1);
        _slow.Follow(_backend, network, 1);
    }

    /// <summary>Learns from a batch of transitions.</summary>
    /// <param name="batch">States as <see cref="PricedState"/> lays them out; rewards are minus the costs of tasks of mean size, centred or not.</param>
    public PricedFigures Update(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var entropy = FormTargets(batch);
        Take(batch.States, _now);
        _now.Forward();
        var price = Predict(batch);
        _backend.QuantileHuber(_predicted, _targets, T.CreateTruncating(_settings.Kappa), _losses, _baselineGradient);
        var loss = Reverse(batch);
        _now.Backward(_priceGradient, _baselineGradient);
        var norm = _adam.Step();
        _slow.Follow(_backend, Network, _settings.TargetShare);
        Average.Follow(_backend, Network, Math.Max(_settings.AverageShare, 1.0 / ++_updates));
        return new(loss, price, entropy, norm);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("updates", ref _updates);
        state.Within("network", Network);
        state.Within("average", Average);
        state.Within("slow", _slow);
        state.Within("adam", _adam);
    }

    // y_j = r + discount (B'_j + α log Σ exp(-(c' + o' μ') / α)): the value under the best soft policy, in closed form.
    private double FormTargets(TransitionBatch<T> batch)
    {
        Take(batch.NextStates, _next);
        _next.Forward();
        var (actions, entropies) = (_settings.Actions, 0.0);
        for (var row = 0; row < batch.Size; row++)
        {
            var state = batch.NextStates.Row(row);
            var (value, entropy) = SoftValue(
                PricedState.Costs(state, _settings),
                PricedState.Occupancies(state, _settings),
                PricesOf(_next, row),
                batch.NextMasks.AsSpan(row * actions, actions));
            entropies += entropy;
            var baseline = _next.Baseline.Row(row);
            var target = _targets.Row(row);
            for (var j = 0; j < target.Length; j++)
                target[j] = batch.Rewards[row] + batch.Discounts[row] * (baseline[j] + value);
        }

        return entropies / batch.Size;
    }

    private (T Value, double Entropy) SoftValue(ReadOnlySpan<T> costs, ReadOnlySpan<T> occupancies, ReadOnlySpan<T> prices, ReadOnlySpan<bool> mask)
    {
        var alpha = T.CreateTruncating(_settings.Temperature);
        var least = T.PositiveInfinity;
        for (var a = 0; a < mask.Length; a++)
        {
            if (mask[a])
                least = T.Min(least, costs[a] + occupancies[a] * prices[a]);
        }

        // Nothing is possible: nothing is to be had or lost.
        if (T.IsPositiveInfinity(least))
            return (T.Zero, 0);
        var (sum, mean) = (T.Zero, T.Zero);
        for (var a = 0; a < mask.Length; a++)
        {
            if (!mask[a])
                continue;
            var worse = (costs[a] + occupancies[a] * prices[a] - least) / alpha;
            var share = T.Exp(-worse);
            (sum, mean) = (sum + share, mean + share * worse);
        }

        var log = T.Log(sum);
        return (alpha * log - least, double.CreateTruncating(log + mean / sum));
    }

    private double Predict(TransitionBatch<T> batch)
    {
        var total = 0.0;
        for (var row = 0; row < batch.Size; row++)
        {
            var action = batch.Actions[row];
            var state = batch.States.Row(row);
            var price = PricesOf(_now, row)[action];
            var known = PricedState.Costs(state, _settings)[action] + PricedState.Size(state) * PricedState.Occupancies(state, _settings)[action] * price;
            var baseline = _now.Baseline.Row(row);
            var predicted = _predicted.Row(row);
            for (var i = 0; i < predicted.Length; i++)
                predicted[i] = baseline[i] - known;
            total += double.CreateTruncating(price);
        }

        return total / batch.Size;
    }

    private double Reverse(TransitionBatch<T> batch)
    {
        var (sum, actions) = (0.0, _settings.Actions);
        _priceGradient.Clear();
        for (var row = 0; row < batch.Size; row++)
        {
            var weight = batch.Weights[row] / T.CreateTruncating(batch.Size);
            var slope = T.Zero;
            foreach (ref var element in _baselineGradient.Row(row))
            {
                element *= weight;
                slope += element;
            }

            var action = batch.Actions[row];
            var state = batch.States.Row(row);
            _priceGradient.Elements[row * actions + action] = -slope * PricedState.Size(state) * PricedState.Occupancies(state, _settings)[action];
            sum += double.CreateTruncating(weight * _losses[row, 0]);
        }

        return sum;
    }

    private Span<T> PricesOf(PricePass<T> pass, int row) => pass.Prices.Elements.Slice(row * _settings.Actions, _settings.Actions);

    private void Take(Matrix<T> states, PricePass<T> pass)
    {
        var width = _settings.Resources * _settings.Features;
        for (var row = 0; row < states.Rows; row++)
            PricedState.Features(states.Row(row), _settings).CopyTo(pass.Features.Elements.Slice(row * width, width));
    }
}
