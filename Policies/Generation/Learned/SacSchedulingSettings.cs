using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What and how <see cref="SacSchedulingLearner"/> learns.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Sac">The networks and their rates.</param>
/// <param name="Shaper">What is made of rewards.</param>
public sealed record SacSchedulingSettings(SchedulingShape Shape, SacSettings Sac, ShaperSettings Shaper) : SchedulingSettings(Shape, Shaper)
{
    /// <summary>Whether a pay-out is shared out among the decisions of its window as it comes, so that their sum stays what was paid.</summary>
    public bool IsSharedOut { get; init; }

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
