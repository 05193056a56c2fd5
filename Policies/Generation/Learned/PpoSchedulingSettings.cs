using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Ppo;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What and how <see cref="PpoSchedulingLearner"/> learns. Rewards stay as they are: what is learned from once cannot be shaped afresh.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Ppo">The networks and their rates.</param>
public sealed record PpoSchedulingSettings(SchedulingShape Shape, PpoSettings Ppo)
    : SchedulingSettings(Shape, new ShaperSettings(Ppo.Features, Shape.Actions) { Mode = ShapingMode.None })
{
    /// <summary>Settings for a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="hasQuotes">Whether it sees what providers quote.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static PpoSchedulingSettings For(SchedulingShape shape, bool hasQuotes, long seed)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var width = new SchedulingFeatures(shape, hasQuotes).Width;
        return new(shape, new(width, new ActionSpace(shape.Providers.Count, shape.Steps.Count)) { Seed = seed }) { HasQuotes = hasQuotes };
    }
}
