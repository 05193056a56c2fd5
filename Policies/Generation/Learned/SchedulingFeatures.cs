using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// Describes a decision in numbers of order one (aigc-energy.md, section 4): the cohort, every provider's load and site, the time. Without the quotes nothing of a provider's model is in
/// it, only what a pair of provider and steps led to can tell; with them it is what the greedy oracle sees.
/// </summary>
public sealed class SchedulingFeatures
{
    private const int OfProvider = 2 + SiteNumbers.Count;
    private const int OfQuote = 3;
    private const int OfAll = 6;
    private readonly SchedulingShape _shape;
    private readonly bool _hasQuotes;

    /// <summary>For decisions of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="hasQuotes">Whether what providers quote is in it.</param>
    public SchedulingFeatures(SchedulingShape shape, bool hasQuotes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        (_shape, _hasQuotes) = (shape, hasQuotes);
        Width = shape.Providers.Count * (1 + OfProvider) + shape.Deadlines + OfAll + (hasQuotes ? OfQuote * shape.Actions : 0);
    }

    /// <summary>How many numbers.</summary>
    public int Width { get; }

    /// <summary>Describes a decision.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="state">As many numbers as <see cref="Width"/>; written.</param>
    /// <param name="mask">Whether each pair is feasible, provider · numbers of steps + index of the steps; written.</param>
    public void Write(GenerationView view, Span<float> state, Span<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(view);
        state.Clear();
        var cohort = view.Cohort;
        var providers = _shape.Providers.Count;
        state[cohort.Origin] = 1;
        state[providers + cohort.DeadlineClass] = 1;
        var next = state[(providers + _shape.Deadlines)..];
        next[0] = SiteNumbers.Bound(cohort.Count * _shape.DecisionsPerSlot / _shape.JobsPerSlot);
        next[1] = SiteNumbers.Bound(cohort.QualityFactor);
        (next[2], next[3]) = SiteNumbers.Hour(view.HourOfDay);
        next[4] = (float)view.DecisionInSlot / Math.Max(1, view.DecisionsInSlot);
        next[5] = SiteNumbers.Bound(view.JobsToCome / _shape.JobsPerSlot);
        next = next[OfAll..];
        for (var provider = 0; provider < providers; provider++)
            Describe(view, provider, next[(provider * OfProvider)..]);
        next = next[(providers * OfProvider)..];
        for (var action = 0; action < mask.Length; action++)
        {
            var (provider, choice) = (action / _shape.Steps.Count, action % _shape.Steps.Count);
            mask[action] = view.IsFeasible(provider, choice);
            if (_hasQuotes)
                Describe(view, view.Quote(provider, choice), next[(action * OfQuote)..]);
        }
    }

    private static void Describe(GenerationView view, int provider, Span<float> next)
    {
        ref readonly var known = ref view.Providers[provider];
        next[0] = SiteNumbers.Bound(known.Status.LoadShare);
        next[1] = SiteNumbers.Bound(known.Status.BacklogShare);
        SiteNumbers.Write(known, next[2..]);
    }

    // Worth and cost of a job over the most that one can be worth, and what the cohort takes of the slot.
    private static void Describe(GenerationView view, in GenerationQuote quote, Span<float> next)
    {
        if (!quote.IsFeasible)
            return;
        var worthUsd = view.Terms.RevenueUsdPerImage * view.Cohort.Images;
        next[0] = SiteNumbers.Bound(quote.Quality);
        next[1] = SiteNumbers.Known(quote.PriceUsd / view.Cohort.Count / worthUsd);
        next[2] = SiteNumbers.Bound(quote.LoadShare);
    }
}
