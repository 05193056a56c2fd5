using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>All ways to learn to schedule generation jobs that the product ships.</summary>
public static class SchedulingLearnerCatalog
{
    /// <summary>The ways.</summary>
    public static IReadOnlyList<SchedulingLearnerDescriptor> All { get; } =
    [
        new(
            PricedSchedulingLearner.Name,
            "JEMAS, priced",
            "Sees what providers quote and learns what their capacity is worth to the jobs that come after; one model serves any number of providers.",
            "this product, after JEMAS",
            30,
            PricedSchedulingOptions.Parameters,
            (settings, setup) => PricedSchedulingOptions.Create(settings, setup.Shape, setup.Seed)),
        new(
            SacSchedulingLearner.Name,
            "JEMAS, discrete SAC with a reward shaper",
            "Discrete SAC over providers and denoising steps, paid when slots close; a diffusion or a plain network learns to share out what is paid. One model for one set of providers.",
            "JEMAS and DRESS, defects mended",
            12,
            SacSchedulingOptions.Parameters,
            SacSchedulingOptions.Create),
        new(
            Td3SchedulingLearner.Name,
            "JEMAS, TD3 with a reward shaper",
            "TD3 over two numbers that are rounded to a provider and a number of steps: the paper's baseline. One model for one set of providers.",
            "JEMAS, baseline",
            12,
            Td3SchedulingOptions.Parameters,
            Td3SchedulingOptions.Create),
        new(
            PpoSchedulingLearner.Name,
            "JEMAS, PPO",
            "PPO over providers and denoising steps, without a shaper. One model for one set of providers.",
            "baseline",
            12,
            PpoSchedulingOptions.Parameters,
            (settings, setup) => PpoSchedulingOptions.Create(settings, setup.Shape, setup.Seed)),
    ];

    /// <summary>Finds a way to learn.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public static SchedulingLearnerDescriptor? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>Makes a learner.</summary>
    /// <param name="spec">Name and settings, as <see cref="PolicySpec.Parse(string, IReadOnlyList{RuleDescriptor})"/> reads them.</param>
    /// <param name="setup">What it is made for.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range; the message says which and what is allowed.</exception>
    public static ISchedulingLearner Create(PolicySpec spec, SchedulingLearnerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(setup);
        var descriptor = Find(spec.Name)
            ?? throw new ArgumentException($"There is no learner '{spec.Name}' of generation jobs; there are {string.Join(", ", All.Select(l => l.Name))}.", nameof(spec));
        return descriptor.Create(new PolicySettings(descriptor, spec.Settings), setup);
    }
}
