using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;

namespace ControlPlane.Policies.Generation;

/// <summary>All rules for generation jobs that the product ships, in the order in which tables show them.</summary>
public static class GenerationPolicyCatalog
{
    private static readonly PolicyParameter Steps = new("steps", "18", "Denoising steps; the nearest feasible are taken.", 1, 1000, IsInteger: true);

    /// <summary>The rules.</summary>
    public static IReadOnlyList<GenerationPolicyDescriptor> All { get; } =
    [
        new(
            "random",
            "Random",
            "Any feasible provider and steps at random.",
            "classical",
            [],
            (_, random) => new RandomGeneration(random, 0)),
        new(
            "fixed-steps",
            "Fixed steps",
            "Any feasible provider at random, steps as given.",
            "classical",
            [Steps],
            (settings, random) => new RandomGeneration(random, settings.Count("steps"))),
        new(
            "local",
            "Local",
            "Every provider runs its own jobs, steps as given: no transfer.",
            "JEMAS, baseline without transfer",
            [Steps],
            (settings, _) => new LocalGeneration(settings.Count("steps"))),
        new(
            "round-robin",
            "Round robin",
            "One provider after the other, steps as given.",
            "classical",
            [Steps],
            (settings, _) => new RoundRobinGeneration(settings.Count("steps"))),
        new(
            "least-loaded",
            "Least loaded",
            "The provider with the least work for its GPUs, steps as given.",
            "D2SAC's crash-avoid",
            [Steps],
            (settings, _) => new LeastLoadedGeneration(settings.Count("steps"))),
        new(
            "quickest",
            "Quickest",
            "The provider that quotes the earliest completion, steps as given.",
            "classical",
            [Steps],
            (settings, _) => new QuickestGeneration(settings.Count("steps"))),
        new(
            "jemas",
            "JEMAS, learned",
            "The pair that a trained policy says: the shipped one prices what a provider's capacity is worth to the jobs that come after, and sees the quotes.",
            "this product, after JEMAS",
            [PolicyModel.Parameter],
            (settings, _) => Read(settings.Model).NewPolicy())
        {
            TakesModel = true,
        },
        new(
            "greedy",
            "Greedy oracle",
            "The pair that is worth most by the providers' quotes and fits into the slot: foresight that the other rules lack.",
            "D2SAC's prophet, with capacity tracking",
            [],
            (_, _) => new GreedyOracle()),
    ];

    /// <summary>Checks a rule, its settings and, where it has it already, its model, without making it.</summary>
    /// <param name="spec">Name and settings.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range, or the model is none; the message says which and what is allowed.</exception>
    public static GenerationPolicyDescriptor Check(PolicySpec spec)
    {
        var descriptor = Find(spec);
        if (spec.Model is { } model)
            _ = Read(model);
        return descriptor;
    }

    /// <summary>Makes a rule for one day.</summary>
    /// <param name="spec">Name and settings.</param>
    /// <param name="random">Its own stream.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range, or the model is none.</exception>
    public static IGenerationPolicy Create(PolicySpec spec, IRandomStream random)
    {
        var descriptor = Find(spec);
        return descriptor.Create(new PolicySettings(descriptor, spec.Settings, spec.Model), random);
    }

    private static GenerationPolicyDescriptor Find(PolicySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var descriptor = All.FirstOrDefault(p => p.Name == spec.Name)
            ?? throw new ArgumentException($"There is no rule '{spec.Name}' for generation; there are {string.Join(", ", All.Select(p => p.Name))}.", nameof(spec));
        _ = new PolicySettings(descriptor, spec.Settings);
        return descriptor;
    }

    private static ISchedulingModel Read(PolicyModel model)
    {
        try
        {
            return SchedulingModels.Read(model.Bytes);
        }
        catch (CheckpointException error)
        {
            throw new ArgumentException($"Rule 'jemas': the model '{model.Name}' cannot be used: {error.Message}", nameof(model), error);
        }
    }
}
