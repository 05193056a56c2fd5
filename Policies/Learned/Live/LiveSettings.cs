using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>How <see cref="LiveLearner"/> learns: from a day of jobs, not from a simulator's years, and without ever coming to an end.</summary>
public sealed record LiveSettings
{
    /// <summary>The settings as they are written, for example <c>priced:rate=0.001</c>.</summary>
    public static RuleDescriptor Descriptor { get; } = new LiveDescriptor(
        PricedLearner.Name,
        "CHSAC-AF, priced, live",
        "Learns what capacity is worth from decisions that are taken live, whoever takes them.",
        "this product, after CHSAC-AF",
        [
            new("rate", "0.0003", "Learning rate; it stays.", 1e-6, 0.1),
            new("prices", "4", "Prices of time at which every decision is learned from.", 1, 16, IsInteger: true),
            new("decisions-per-update", "2", "Decisions for each update.", 1, 1e6, IsInteger: true),
            new("memory", "20000", "Transitions kept at most; fewer in fleets in which they would take more than 64 MiB.", 1000, 1e6, IsInteger: true),
            new("warm-up", "1000", "Transitions before the first update.", 256, 1e6, IsInteger: true),
            new("width", "32", "Width of the networks' layers, where it begins without a model.", 4, 1024, IsInteger: true),
        ]);

    /// <summary>Learning rate.</summary>
    public double Rate { get; init; } = 3e-4;

    /// <summary>Prices of time at which every decision is learned from, ≥ 1: one model is to serve every budget, and what an option costs is known at any price.</summary>
    public int Prices { get; init; } = 4;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 2;

    /// <summary>Transitions kept at most, ≥ 1. A decision gives one at every price.</summary>
    public int Capacity { get; init; } = 20_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 1_000;

    /// <summary>Width of the networks' layers, where it begins without a model.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Seed of all randomness.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Reads settings.</summary>
    /// <param name="text">Name and settings, as <see cref="Descriptor"/> declares them.</param>
    /// <exception cref="FormatException">The text cannot be read, or there is no such name or setting.</exception>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static LiveSettings Parse(string text)
    {
        var settings = new PolicySettings(Descriptor, PolicySpec.Parse(text, [Descriptor]).Settings);
        return new()
        {
            Rate = settings.Number("rate"),
            Prices = settings.Count("prices"),
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            Capacity = settings.Count("memory"),
            WarmUp = settings.Count("warm-up"),
            Width = settings.Count("width"),
        };
    }
}
