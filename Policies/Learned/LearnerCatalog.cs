using ControlPlane.Fleet;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>All ways to learn that the product ships.</summary>
public static class LearnerCatalog
{
    /// <summary>The ways.</summary>
    public static IReadOnlyList<LearnerDescriptor> All { get; } =
    [
        new(
            PricedLearner.Name,
            "CHSAC-AF, priced",
            "Learns what capacity is worth, for any budget of the service time and any load: one model follows the whole frontier.",
            "this product, after CHSAC-AF",
            [
                new("plan", "0", "1 for the frontier LP's prices among the features.", 0, 1, IsInteger: true),
                new("width", "64", "Width of the networks' layers.", 4, 1024, IsInteger: true),
                new("quantiles", "16", "Quantiles of the value; with 1 it is the mean.", 1, 256, IsInteger: true),
                new("rate", "0.001", "First learning rate.", 1e-6, 1),
                new("rate-updates", "40000", "Updates over which the rate falls to a tenth.", 1, 1e9, IsInteger: true),
                new("exploration", "0.15", "Temperature at which actions are drawn, over the mean energy of a unit.", 1e-4, 10),
                new("temperature", "0.01", "Temperature of the policy whose value is learned.", 1e-4, 10),
                new("steps", "1", "Decisions that a transition spans.", 1, 1000, IsInteger: true),
                new("horizon", "3600", "Time over which the future loses 1/e of its weight.", 1, 1e7, Unit: "s"),
                new("decisions-per-update", "8", "Decisions for each update.", 1, 1e6, IsInteger: true),
                new("memory", "40000", "Transitions kept.", 1000, 1e7, IsInteger: true),
            ],
            Priced),
        new(
            PaperLearner.Name,
            "CHSAC-AF, as the paper means it",
            "Discrete SAC over sites and GPU counts with masks, quantile critics and multipliers; one model for one fleet and one budget.",
            "CHSAC-AF, equations 1 to 13",
            [
                new("budget", "1250", "Mean service time to keep.", 1, 1e9, Unit: "s"),
                new("tail", "none", "Time that all but 1 % of the jobs have to keep.", 1, 1e9, Unit: "s", Words: ["none"]),
                new("width", "256", "Width of the networks' layers.", 4, 1024, IsInteger: true),
                new("layers", "3", "Layers of the encoder.", 1, 8, IsInteger: true),
                new("batch", "256", "Transitions of an update.", 1, 65536, IsInteger: true),
                new("quantiles", "32", "Quantiles of the critics; with 1 they learn the mean.", 1, 256, IsInteger: true),
                new("rate", "0.001", "Learning rate.", 1e-6, 1),
                new("dual-rate", "0.003", "Step of the multipliers; 0 for none.", 0, 10),
                new("masks", "1", "0 to learn what is not feasible instead of masking it.", 0, 1, IsInteger: true),
                new("normalised", "1", "0 to feed the state as it is.", 0, 1, IsInteger: true),
                new("entropy", "0.1", "Target entropy as a share of the greatest.", 0, 1),
                new("horizon", "300", "Time over which the future loses 1/e of its weight.", 1, 1e7, Unit: "s"),
                new("decisions-per-update", "8", "Decisions for each update.", 1, 1e6, IsInteger: true),
                new("memory", "40000", "Transitions kept.", 1000, 1e7, IsInteger: true),
            ],
            Paper),
    ];

    /// <summary>Finds a way to learn.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public static LearnerDescriptor? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>Makes a learner.</summary>
    /// <param name="spec">Name and settings, as <see cref="PolicySpec.Parse(string, IReadOnlyList{RuleDescriptor})"/> reads them.</param>
    /// <param name="fleet">The fleet that it is to learn with.</param>
    /// <param name="seed">Seed of all its randomness.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range; the message says which and what is allowed.</exception>
    public static IPlacementLearner Create(PolicySpec spec, FleetModel fleet, long seed)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var descriptor = Find(spec.Name)
            ?? throw new ArgumentException($"There is no learner '{spec.Name}'; there are {string.Join(", ", All.Select(l => l.Name))}.", nameof(spec));
        return descriptor.Create(new PolicySettings(descriptor, spec.Settings), fleet, seed);
    }

    private static PricedLearner Priced(PolicySettings settings, FleetModel fleet, long seed)
    {
        var learner = PricedLearnerSettings.For(fleet, seed);
        var (width, rate) = (settings.Count("width"), settings.Number("rate"));
        return new(learner with
        {
            Critic = learner.Critic with
            {
                Encoder = [width, width],
                Head = [width],
                Quantiles = settings.Count("quantiles"),
                Rate = rate,
                LastRate = rate / 10,
                RateSteps = (long)settings.Number("rate-updates"),
                Temperature = settings.Number("temperature"),
            },
            UsesPlan = settings.Count("plan") == 1,
            Exploration = settings.Number("exploration"),
            Steps = settings.Count("steps"),
            HorizonS = settings.Number("horizon"),
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            Capacity = settings.Count("memory"),
        });
    }

    private static PaperLearner Paper(PolicySettings settings, FleetModel fleet, long seed)
    {
        var learner = PaperLearnerSettings.For(fleet, seed);
        var width = settings.Count("width");
        return new(learner with
        {
            Sac = learner.Sac with
            {
                Encoder = [.. Enumerable.Repeat(width, settings.Count("layers"))],
                Actor = [width],
                Batch = settings.Count("batch"),
                Quantiles = settings.Count("quantiles"),
                ActorRate = settings.Number("rate"),
                CriticRate = settings.Number("rate"),
                TemperatureRate = settings.Number("rate"),
                IsNormalised = settings.Count("normalised") == 1,
                TargetEntropyShare = settings.Number("entropy"),
            },
            BudgetS = settings.Number("budget"),
            TailS = settings.Text("tail") == "none" ? double.PositiveInfinity : settings.Number("tail"),
            DualRate = settings.Number("dual-rate"),
            IsMasked = settings.Count("masks") == 1,
            HorizonS = settings.Number("horizon"),
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            Capacity = settings.Count("memory"),
        });
    }
}
