using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Simulation.Generation.Studies;

/// <summary>Which rules to run on which days. Every rule sees the same jobs and prices for the same seed.</summary>
/// <param name="Scenario">The day of a seed.</param>
/// <param name="Policies">The rules, in the order of tables.</param>
/// <param name="Seeds">The seeds; five or more for intervals that mean something.</param>
/// <param name="Parallelism">Days side by side, ≥ 1; has no influence on results.</param>
public sealed record GenerationStudyPlan(
    Func<long, GenerationScenario> Scenario, IReadOnlyList<PolicySpec> Policies, IReadOnlyList<long> Seeds, int Parallelism)
{
    /// <summary>Where providers and sites live.</summary>
    public IGenerationHost Host { get; init; } = DirectGenerationHost.Instance;
}
