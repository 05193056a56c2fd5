using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What and how <see cref="SacSchedulingLearner"/> learns.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Sac">The networks and their rates.</param>
/// <param name="Shaper">What is made of rewards.</param>
public sealed record SacSchedulingSettings(SchedulingShape Shape, SacSettings Sac, ShaperSettings Shaper)
{
    /// <summary>When and for what it is paid.</summary>
    public PayOutSettings PayOut { get; init; } = new();

    /// <summary>Whether it sees what providers quote.</summary>
    public bool HasQuotes { get; init; }

    /// <summary>Whether a pay-out is shared out among the decisions of its window as it comes, so that their sum stays what was paid.</summary>
    public bool IsSharedOut { get; init; }

    /// <summary>Discount from one decision to the next, (0, 1].</summary>
    public double Discount { get; init; } = 0.99;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 200_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 2_000;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 4;

    /// <summary>First decisions that a rule takes, from which is learned all the same, ≥ 0.</summary>
    public long TaughtDecisions { get; init; }

    /// <summary>Settings for a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="hasQuotes">Whether it sees what providers quote.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static SacSchedulingSettings For(SchedulingShape shape, bool hasQuotes, long seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var layout = new TransitionLayout(new SchedulingFeatures(shape, hasQuotes).Width, shape.Actions);
        var sac = new SacSettings(layout, new ActionSpace(shape.Providers.Count, shape.Steps.Count))
        {
            Encoder = [128, 128],
            Actor = [128],
            Critic = [128],
            ActorRate = 3e-4,
            CriticRate = 1e-3,
            TemperatureRate = 3e-4,
            Seed = seed,
        };
        return new(shape, sac, new(layout.Features, layout.Actions) { Seed = seed }) { HasQuotes = hasQuotes };
    }
}
