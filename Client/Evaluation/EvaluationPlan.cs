using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Evaluation;

/// <summary>What is to be held against the frontier.</summary>
/// <param name="Scenarios">The scenarios, at their own load.</param>
/// <param name="Loads">Factors on that load.</param>
/// <param name="Policies">The policies with their budgets.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Parallel">Runs side by side, ≥ 1.</param>
internal sealed record EvaluationPlan(
    IReadOnlyList<Scenario> Scenarios, IReadOnlyList<double> Loads, IReadOnlyList<EvaluatedPolicy> Policies, IReadOnlyList<long> Seeds, int Parallel);
