using ControlPlane.Learning.Pricing;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What and how <see cref="PricedSchedulingLearner"/> learns.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Critic">The networks and their rates.</param>
public sealed record PricedSchedulingSettings(SchedulingShape Shape, PricedSettings Critic)
{
    /// <summary>USD that are a reward of 1, &gt; 0.</summary>
    public double ScaleUsd { get; init; } = 0.05;

    /// <summary>Temperature that pairs are drawn at while learning, in rewards, &gt; 0.</summary>
    public double Exploration { get; init; } = 0.05;

    /// <summary>Decisions that a transition spans, ≥ 1.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Discount from one decision to the next, (0, 1].</summary>
    public double Discount { get; init; } = 0.97;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 40_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 1_000;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 4;

    /// <summary>Decisions over which the mean reward is taken off the rewards, ≥ 1.</summary>
    public double CentringDecisions { get; init; } = 3456;

    /// <summary>Settings for a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static PricedSchedulingSettings For(SchedulingShape shape, long seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(shape, new(shape.Providers.Count, QuotedFeatures.Count, shape.Steps.Count) { Encoder = [32, 32], Head = [32], FirstPrice = 1, Temperature = 0.02, AverageShare = 2e-3, RateSteps = 10_000, Seed = seed });
    }
}
