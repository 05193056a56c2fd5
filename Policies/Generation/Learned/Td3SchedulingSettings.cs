using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;
using ControlPlane.Learning.Td3;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What and how <see cref="Td3SchedulingLearner"/> learns.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Td3">The networks and their rates.</param>
/// <param name="Shaper">What is made of rewards.</param>
public sealed record Td3SchedulingSettings(SchedulingShape Shape, Td3Settings Td3, ShaperSettings Shaper) : SchedulingSettings(Shape, Shaper)
{
    /// <summary>Numbers of an action: one for the provider, one for the steps.</summary>
    public const int Numbers = 2;

    /// <summary>Settings for a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="hasQuotes">Whether it sees what providers quote.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static Td3SchedulingSettings For(SchedulingShape shape, bool hasQuotes, long seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var width = new SchedulingFeatures(shape, hasQuotes).Width;
        return new(shape, new(TransitionLayout.Continuous(width, Numbers)) { Seed = seed }, new(width, shape.Actions) { Seed = seed }) { HasQuotes = hasQuotes };
    }
}
