using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Live;

/// <summary>A rule of the catalogue behind the shield, for a host that runs. What is not known of prices and weather is not a number to it.</summary>
/// <param name="rule">Name and settings of the rule.</param>
/// <param name="seed">Seed of rules that draw.</param>
public sealed class LiveGeneration(PolicySpec rule, long seed = 1) : IGenerationRule
{
    private const int MostOptions = 20;
    private readonly IGenerationPolicy _policy = GenerationPolicyCatalog.Create(rule, new RandomStream(seed, "generation/policy"));
    private readonly GenerationShield _shield = new();

    /// <summary>The rule of a host that is told none.</summary>
    public static PolicySpec Default { get; } = PolicySpec.Parse("least-loaded:steps=18", GenerationPolicyCatalog.All);

    /// <inheritdoc/>
    public GenerationVerdict Decide(GenerationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var view = View(question);
        // Before the decision, which may move a rule on.
        var explanation = Explain(view);
        var said = _shield.Ask(_policy, view);
        var effective = _shield.Check(view, said);
        return new GenerationVerdict(effective, effective != said, explanation.Rule, explanation.ScoreName, [.. BestOfEach(explanation, effective).Take(MostOptions)]);
    }

    // A rule that cannot explain decides all the same.
    private GenerationExplanation Explain(GenerationView view)
    {
        try
        {
            return _policy.Explain(view);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new GenerationExplanation($"{rule.Label}, which failed: {failure.Message}", "", []);
        }
    }

    // The chosen one with its own steps, so that the explanation shows what was done.
    private static IEnumerable<GenerationVerdictOption> BestOfEach(GenerationExplanation explanation, GenerationDecision effective) => explanation.Options
        .GroupBy(o => o.Provider)
        .Select(options => options.FirstOrDefault(o => o.Provider == effective.Provider && o.Steps == effective.Steps) ?? options.First())
        .OrderByDescending(o => o.Provider == effective.Provider)
        .Select(o => new GenerationVerdictOption(o.Provider, o.Steps, o.Score, WordOf(o.Mask)));

    private static string? WordOf(GenerationMask mask) => mask switch
    {
        GenerationMask.TooSlow => "would be late even if no job had to wait",
        GenerationMask.Draining => "is draining",
        _ => null,
    };

    private static GenerationView View(GenerationQuestion question)
    {
        var (fleet, providers) = (question.Fleet, question.Providers);
        var view = new GenerationView(fleet.Steps, fleet.Terms, providers.Count)
        {
            Cohort = question.Cohort,
            Slot = question.Slot,
            HourOfDay = question.HourOfDay,
            DecisionsInSlot = 1,
        };
        for (var i = 0; i < providers.Count; i++)
        {
            view.Providers[i] = Show(fleet.Providers[i], providers[i]);
            view.TransferUsd[i] = providers[i].TransferUsd;
            for (var choice = 0; choice < fleet.Steps.Count; choice++)
                view.QuotesOf(i)[choice] = providers[i].Quotes[choice];
        }

        return view;
    }

    private static ProviderView Show(ServiceProviderSpec spec, AskedProvider asked) => asked.Conditions is { } conditions
        ? new ProviderView(asked.Status, conditions.Tariff.BuyUsdPerKwh, double.NaN, asked.Soc, spec.Energy.RenewableKw(conditions) / spec.PeakNeedKw, conditions.OutdoorC)
        : new ProviderView(asked.Status, double.NaN, double.NaN, asked.Soc, double.NaN, double.NaN);
}
