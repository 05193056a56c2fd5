namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// Describes every provider in numbers of order one that mean the same whoever it is: its room, what the cohort would take and be worth at few, some and many steps, how much of the room of
/// all the slot's jobs will need, its site, the time.
/// </summary>
/// <param name="jobsPerSlot">Jobs of a usual slot, &gt; 0.</param>
/// <param name="decisionsPerSlot">Decisions of a usual slot, &gt; 0.</param>
/// <param name="scaleUsd">USD that are a reward of 1.</param>
internal sealed class QuotedFeatures(double jobsPerSlot, int decisionsPerSlot, double scaleUsd)
{
    /// <summary>Numbers for each provider.</summary>
    public const int Count = 24;

    private const float Most = 3;
    private readonly double _usual = jobsPerSlot / decisionsPerSlot;

    /// <summary>Writes the features.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="features">Providers x <see cref="Count"/>; written.</param>
    public void Write(GenerationView view, Span<float> features)
    {
        var last = view.Steps.Count - 1;
        ReadOnlySpan<int> choices = [0, last / 2, last];
        Span<float> needs = stackalloc float[choices.Length];
        for (var k = 0; k < choices.Length; k++)
            needs[k] = Need(view, choices[k]);
        var (sine, cosine) = SiteNumbers.Hour(view.HourOfDay);
        for (var provider = 0; provider < view.ProviderCount; provider++)
        {
            var row = features.Slice(provider * Count, Count);
            ref readonly var known = ref view.Providers[provider];
            (row[0], row[1], row[2]) = (SiteNumbers.Bound(known.Status.LoadShare), SiteNumbers.Bound(known.Status.BacklogShare), SiteNumbers.Bound(Left(view, provider)));
            for (var k = 0; k < choices.Length; k++)
            {
                (row[3 + k], row[6 + k]) = Offer(view, provider, choices[k]);
                row[11 + k] = needs[k];
            }

            row[9] = SiteNumbers.Bound(view.Cohort.Count / _usual);
            row[10] = SiteNumbers.Bound(view.JobsToCome / jobsPerSlot);
            (row[14], row[15]) = (sine, cosine);
            row[16] = (float)view.DecisionInSlot / Math.Max(1, view.DecisionsInSlot);
            row[17] = FeasibleShare(view, provider);
            row[18] = provider == view.Cohort.Origin ? 1 : 0;
            SiteNumbers.Write(known, row[19..]);
        }
    }

    private static double Left(GenerationView view, int provider) => 1 - view.Providers[provider].Status.BacklogShare - view.Providers[provider].Status.LoadShare;

    // What a usual cohort like this one takes of the slot, and what it is worth.
    private (float Load, float Worth) Offer(GenerationView view, int provider, int choice)
    {
        if (!view.IsFeasible(provider, choice))
            return (Most, 0);
        var share = _usual / view.Cohort.Count;
        return (SiteNumbers.Bound(view.Quote(provider, choice).LoadShare * share), SiteNumbers.Bound(QuotedDecision.WorthUsd(view, provider, choice) * share / scaleUsd));
    }

    // Jobs of the slot that are still to be placed over those for which there is room at a number of steps.
    private static float Need(GenerationView view, int choice)
    {
        var room = 0.0;
        for (var provider = 0; provider < view.ProviderCount; provider++)
        {
            if (view.IsFeasible(provider, choice))
                room += Math.Max(0, Left(view, provider)) * view.Cohort.Count / view.Quote(provider, choice).LoadShare;
        }

        return SiteNumbers.Bound((view.Cohort.Count + view.JobsToCome) / Math.Max(room, 1e-9));
    }

    private static float FeasibleShare(GenerationView view, int provider)
    {
        var feasible = 0;
        for (var choice = 0; choice < view.Steps.Count; choice++)
            feasible += view.IsFeasible(provider, choice) ? 1 : 0;
        return (float)feasible / view.Steps.Count;
    }
}
