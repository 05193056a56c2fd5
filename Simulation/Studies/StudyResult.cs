using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Studies;

/// <summary>What a study found.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Seeds">The seeds asked for.</param>
/// <param name="Policies">The runs by policy; policies without any finished run are left out.</param>
/// <param name="Partial">True when the study was cancelled: runs are missing or marked partial.</param>
public sealed record StudyResult(Scenario Scenario, IReadOnlyList<long> Seeds, IReadOnlyList<PolicyRuns> Policies, bool Partial);
