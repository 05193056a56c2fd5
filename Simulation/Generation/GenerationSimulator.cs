using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Simulation.Generation;

/// <summary>Runs one rule on one day with one seed. Single-threaded and deterministic; many days may go side by side.</summary>
public static class GenerationSimulator
{
    /// <summary>Runs a rule of the catalogue.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The rule.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="ArgumentException">The scenario, the rule or one of its settings cannot be.</exception>
    public static GenerationResult Run(GenerationScenario scenario, PolicySpec policy, long seed, GenerationRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var rule = GenerationPolicyCatalog.Create(policy, new RandomStream(seed, "generation/policy"));
        return Run(scenario, rule, policy.Label, seed, options);
    }

    /// <summary>Runs any rule.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policy">The rule.</param>
    /// <param name="label">How tables name it.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="ArgumentException">The scenario cannot be.</exception>
    public static GenerationResult Run(
        GenerationScenario scenario, IGenerationPolicy policy, string label, long seed, GenerationRunOptions? options = null)
    {
        var shield = new GenerationShield();
        using var day = new GenerationDay(scenario, seed, options, shield);
        while (!day.IsOver)
            day.Apply(shield.Ask(policy, day.View));
        return day.Result(label);
    }
}
