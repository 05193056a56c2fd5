namespace ControlPlane.Policies.Generation;

/// <summary>
/// The "prophet": a greedy oracle that tracks capacity. It knows each provider's price, quality and load at every number of steps, which no other rule does. Each decision
/// prices the capacity that is left as if all jobs still to come in the slot were like these: with λ the worth of one more job, a provider's capacity is worth
/// max over steps of (worth − λ)/load, and λ is the greatest at which all jobs find room. The pair that is worth most after that price is taken if it fits into the slot;
/// if none fits, the one that overloads its provider least.
/// </summary>
public sealed class GreedyOracle : GenerationRule
{
    private const double Overload = 1e6;
    private const double TieUsd = 1e-12;
    private const int Halvings = 40;
    private double[] _priceUsd = [];

    /// <inheritdoc/>
    protected override string Rule =>
        "The pair that is worth most by the quotes, less the price of the capacity that it takes from the slot's other jobs, and fits; if none fits, the one that overloads least.";

    /// <inheritdoc/>
    protected override string ScoreName => "cost and capacity less revenue, USD; 1e6 and the load where it does not fit";

    /// <inheritdoc/>
    protected override void Prepare(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (_priceUsd.Length != view.ProviderCount)
            _priceUsd = new double[view.ProviderCount];
        var most = double.NegativeInfinity;
        for (var provider = 0; provider < view.ProviderCount; provider++)
            most = Math.Max(most, MostWorth(view, provider));
        // Below this no number of steps changes any more: only the load counts.
        var (low, high) = (most - 100 * (Math.Abs(most) + view.Terms.PenaltyUsdPerImage), most);
        for (var i = 0; i < Halvings && !HasRoom(view, high); i++)
        {
            var middle = (low + high) / 2;
            if (HasRoom(view, middle))
                low = middle;
            else
                high = middle;
        }

        var worthUsd = HasRoom(view, high) ? high : low;
        for (var provider = 0; provider < view.ProviderCount; provider++)
            _priceUsd[provider] = Best(view, provider, worthUsd) is >= 0 and var best ? Math.Max(0, Price(view, provider, best, worthUsd)) : 0;
    }

    /// <inheritdoc/>
    protected override double Score(GenerationView view, int provider, int choice)
    {
        ArgumentNullException.ThrowIfNull(view);
        var load = 1 - Left(view, provider) + view.Quote(provider, choice).LoadShare;
        if (load > 1)
            return Overload + load;
        return view.Quote(provider, choice).LoadShare * _priceUsd[provider] - view.Cohort.Count * Worth(view, provider, choice) + TieUsd * load;
    }

    // Of a job, USD.
    private static double Worth(GenerationView view, int provider, int choice)
    {
        ref readonly var quote = ref view.Quote(provider, choice);
        var cohort = view.Cohort;
        return view.Terms.RevenueUsdPerImage * cohort.Images * quote.Quality - quote.PriceUsd / cohort.Count - view.TransferUsd[provider];
    }

    private static double MostWorth(GenerationView view, int provider)
    {
        var most = double.NegativeInfinity;
        for (var choice = 0; choice < view.Steps.Count; choice++)
        {
            if (view.IsFeasible(provider, choice))
                most = Math.Max(most, Worth(view, provider, choice));
        }

        return most;
    }

    // Of the whole slot, USD, if jobs at this number of steps took all of it.
    private static double Price(GenerationView view, int provider, int choice, double worthUsd) =>
        (Worth(view, provider, choice) - worthUsd) * view.Cohort.Count / view.Quote(provider, choice).LoadShare;

    private static int Best(GenerationView view, int provider, double worthUsd)
    {
        var best = -1;
        for (var choice = 0; choice < view.Steps.Count; choice++)
        {
            if (view.IsFeasible(provider, choice) && (best < 0 || Price(view, provider, choice, worthUsd) > Price(view, provider, best, worthUsd)))
                best = choice;
        }

        return best;
    }

    private static bool HasRoom(GenerationView view, double worthUsd)
    {
        var jobs = 0.0;
        for (var provider = 0; provider < view.ProviderCount; provider++)
        {
            if (Best(view, provider, worthUsd) is >= 0 and var best && Price(view, provider, best, worthUsd) >= 0)
                jobs += Math.Max(0, Left(view, provider)) * view.Cohort.Count / view.Quote(provider, best).LoadShare;
        }

        return jobs >= view.Cohort.Count + view.JobsToCome;
    }

    private static double Left(GenerationView view, int provider)
    {
        var status = view.Providers[provider].Status;
        return 1 - status.BacklogShare - status.LoadShare;
    }
}
