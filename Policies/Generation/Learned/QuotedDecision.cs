using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// One decision by quotes and prices, in memory that is reserved once: what every pair of provider and steps is worth by the quotes, what it takes of the provider's slot, and what a network
/// says that this is worth to those who come after.
/// </summary>
internal sealed class QuotedDecision
{
    private readonly double _scaleUsd;
    private readonly QuotedFeatures _features;
    private readonly PricePass<float> _pass;
    private readonly int _choices;
    private readonly double[] _costs;
    private readonly double[] _loads;
    private readonly double[] _scores;
    private readonly bool[] _mask;

    /// <summary>Reserves the memory.</summary>
    /// <param name="shape">The setting.</param>
    /// <param name="scaleUsd">USD that are a reward of 1.</param>
    /// <param name="network">Prices capacity.</param>
    public QuotedDecision(SchedulingShape shape, double scaleUsd, PriceNetwork<float> network)
    {
        (_scaleUsd, _choices) = (scaleUsd, shape.Steps.Count);
        _features = new(shape.JobsPerSlot, shape.DecisionsPerSlot, scaleUsd);
        _pass = new(network, ManagedBackend.Create<float>(), 1, shape.Providers.Count);
        (_costs, _loads, _scores, _mask) = (new double[shape.Actions], new double[shape.Actions], new double[shape.Actions], new bool[shape.Actions]);
    }

    /// <summary>What every pair costs by the quotes: minus its worth if there is room for it in the slot, else what being late costs; in rewards.</summary>
    public ReadOnlySpan<double> Costs => _costs;

    /// <summary>What every pair takes of its provider's slot.</summary>
    public ReadOnlySpan<double> Loads => _loads;

    /// <summary>Cost and price of every feasible pair; the least wins.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Which pairs are feasible: provider · numbers of steps + index of the steps.</summary>
    public ReadOnlySpan<bool> Mask => _mask;

    /// <summary>What the network read: providers x features.</summary>
    public ReadOnlySpan<float> Features => _pass.Features.Elements;

    /// <summary>What a cohort is worth at a pair by the quotes, if it is on time, USD.</summary>
    public static double WorthUsd(GenerationView view, int provider, int choice)
    {
        ref readonly var quote = ref view.Quote(provider, choice);
        return view.Cohort.Count * (view.Terms.RevenueUsdPerImage * view.Cohort.Images * quote.Quality - view.TransferUsd[provider]) - PriceUsd(quote);
    }

    // A host that does not know what energy costs gives no number.
    private static double PriceUsd(in GenerationQuote quote) => double.IsFinite(quote.PriceUsd) ? quote.PriceUsd : 0;

    /// <summary>What a cohort is worth at a pair by the quotes: as above if there is room for it in the slot, else what being late costs; USD.</summary>
    public static double EstimateUsd(GenerationView view, int provider, int choice)
    {
        var status = view.Providers[provider].Status;
        ref readonly var quote = ref view.Quote(provider, choice);
        if (status.BacklogShare + status.LoadShare + quote.LoadShare <= 1)
            return WorthUsd(view, provider, choice);
        return -view.Cohort.Count * (view.Terms.PenaltyUsdPerImage * view.Cohort.Images + view.TransferUsd[provider]) - PriceUsd(quote);
    }

    /// <summary>Works all of it out.</summary>
    /// <param name="view">What is known.</param>
    /// <returns>The best pair; -1 if none is feasible.</returns>
    public int Evaluate(GenerationView view)
    {
        _features.Write(view, _pass.Features.Elements);
        _pass.Forward();
        var best = -1;
        for (var action = 0; action < _mask.Length; action++)
        {
            var (provider, choice) = (action / _choices, action % _choices);
            if (!(_mask[action] = view.IsFeasible(provider, choice)))
                continue;
            (_costs[action], _loads[action]) = (-EstimateUsd(view, provider, choice) / _scaleUsd, view.Quote(provider, choice).LoadShare);
            _scores[action] = _costs[action] + _loads[action] * _pass.Prices[provider, choice];
            if (best < 0 || _scores[action] < _scores[best])
                best = action;
        }

        return best;
    }
}
