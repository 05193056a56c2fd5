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
}
