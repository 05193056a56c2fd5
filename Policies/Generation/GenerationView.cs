using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>What a decision is taken on. One instance serves a whole day; it shows the present decision.</summary>
/// <param name="steps">Numbers of denoising steps to choose from, rising.</param>
/// <param name="terms">What users pay.</param>
/// <param name="providers">How many providers there are.</param>
public sealed class GenerationView(IReadOnlyList<int> steps, GenerationTerms terms, int providers)
{
    private readonly ProviderView[] _providers = new ProviderView[providers];
    private readonly double[] _transferUsd = new double[providers];
    private readonly GenerationQuote[] _quotes = new GenerationQuote[providers * steps.Count];

    /// <summary>Numbers of denoising steps to choose from, rising.</summary>
    public IReadOnlyList<int> Steps { get; } = steps;

    /// <summary>What users pay.</summary>
    public GenerationTerms Terms { get; } = terms;

    /// <summary>How many providers there are.</summary>
    public int ProviderCount => _providers.Length;

    /// <summary>The jobs to decide upon.</summary>
    public GenerationCohort Cohort { get; set; }

    /// <summary>The open slot.</summary>
    public int Slot { get; set; }

    /// <summary>Hour of the day at which the slot begins, UTC, [0, 24).</summary>
    public double HourOfDay { get; set; }

    /// <summary>Which decision of the slot it is, from 0.</summary>
    public int DecisionInSlot { get; set; }

    /// <summary>Decisions of the slot.</summary>
    public int DecisionsInSlot { get; set; }

    /// <summary>Jobs of the slot after those of this decision.</summary>
    public int JobsToCome { get; set; }

    /// <summary>The providers.</summary>
    public Span<ProviderView> Providers => _providers;

    /// <summary>What it costs to run a job of this cohort at each provider instead of at its origin, USD.</summary>
    public Span<double> TransferUsd => _transferUsd;

    /// <summary>What a provider says to each number of steps.</summary>
    /// <param name="provider">Provider index.</param>
    public Span<GenerationQuote> QuotesOf(int provider) => _quotes.AsSpan(provider * Steps.Count, Steps.Count);

    /// <summary>What a provider says to a number of steps. Rules without foresight must not look further than at its feasibility.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="choice">Index of the number of steps.</param>
    public ref readonly GenerationQuote Quote(int provider, int choice) => ref _quotes[provider * Steps.Count + choice];

    /// <summary>Why a pair may not be chosen.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="choice">Index of the number of steps.</param>
    public GenerationMask Mask(int provider, int choice) =>
        _providers[provider].Status.IsDraining ? GenerationMask.Draining
        : Quote(provider, choice).IsFeasible ? GenerationMask.None
        : GenerationMask.TooSlow;

    /// <summary>Whether a pair may be chosen.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="choice">Index of the number of steps.</param>
    public bool IsFeasible(int provider, int choice) => Mask(provider, choice) == GenerationMask.None;

    /// <summary>Whether a decision may be taken.</summary>
    /// <param name="decision">The decision; it need not exist.</param>
    public bool IsFeasible(in GenerationDecision decision) =>
        decision.Provider >= 0 && decision.Provider < ProviderCount && StepOf(decision.Steps) is >= 0 and var choice && IsFeasible(decision.Provider, choice);

    /// <summary>What is left when no pair may be chosen: where the jobs are, as fast as it goes.</summary>
    public GenerationDecision LastResort => new(Cohort.Origin, Steps[0]);

    /// <summary>Whether any pair may be chosen.</summary>
    public bool HasFeasible()
    {
        for (var provider = 0; provider < ProviderCount; provider++)
        {
            if (Nearest(provider, Steps[0]) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Index of a number of steps; -1 if it is not among the choices.</summary>
    /// <param name="steps">The number.</param>
    public int StepOf(int steps)
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i] == steps)
                return i;
        }

        return -1;
    }

    /// <summary>The feasible number of steps at a provider that is nearest to one, the smaller one of two.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="steps">The number wanted.</param>
    /// <returns>Its index; -1 if none is feasible.</returns>
    public int Nearest(int provider, int steps)
    {
        var best = -1;
        for (var i = 0; i < Steps.Count; i++)
        {
            if (IsFeasible(provider, i) && (best < 0 || Math.Abs(Steps[i] - steps) < Math.Abs(Steps[best] - steps)))
                best = i;
        }

        return best;
    }
}
