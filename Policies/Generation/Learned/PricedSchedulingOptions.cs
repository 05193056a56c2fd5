using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings of <see cref="PricedSchedulingLearner"/> by name.</summary>
internal static class PricedSchedulingOptions
{
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        new("width", "32", "Width of the networks' layers.", 4, 1024, IsInteger: true),
        new("rate", "0.001", "First learning rate.", 1e-6, 1),
        new("rate-updates", "25000", "Updates over which the rate falls to a tenth.", 1, 1e9, IsInteger: true),
        new("exploration", "0.05", "Temperature at which pairs are drawn, in rewards of 0.05 USD.", 1e-4, 10),
        new("temperature", "0.02", "Temperature of the policy whose value is learned.", 1e-4, 10),
        new("first-price", "1", "Price of capacity that the networks begin with.", 1e-6, 1000),
        new("discount", "0.97", "Weight of what follows from one decision to the next.", 1e-6, 1),
        new("decisions-per-update", "4", "Decisions for each update.", 1, 1e6, IsInteger: true),
        new("warm-up", "1000", "Transitions before the first update.", 1, 1e7, IsInteger: true),
        new("memory", "40000", "Transitions kept.", 1000, 1e7, IsInteger: true),
    ];

    public static PricedSchedulingLearner Create(PolicySettings settings, SchedulingShape shape, long seed)
    {
        var learner = PricedSchedulingSettings.For(shape, seed);
        var (width, rate) = (settings.Count("width"), settings.Number("rate"));
        return new(learner with
        {
            Critic = learner.Critic with
            {
                Encoder = [width, width],
                Head = [width],
                Rate = rate,
                LastRate = rate / 10,
                RateSteps = (long)settings.Number("rate-updates"),
                Temperature = settings.Number("temperature"),
                FirstPrice = settings.Number("first-price"),
            },
            Exploration = settings.Number("exploration"),
            Discount = settings.Number("discount"),
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            WarmUp = settings.Count("warm-up"),
            Capacity = settings.Count("memory"),
        });
    }
}
