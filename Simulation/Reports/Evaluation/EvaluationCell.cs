namespace ControlPlane.Simulation.Reports.Evaluation;

/// <summary>Policies side by side in one scenario at one load.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Load">Factor on the scenario's own load.</param>
/// <param name="Points">A point a policy and budget.</param>
/// <param name="Frontier">Least energy per true unit at each mean service time, from the run that did the most work; empty when none did any.</param>
public sealed record EvaluationCell(
    string Scenario, double Load, IReadOnlyList<EvaluationPoint> Points, IReadOnlyList<(double ServiceS, double JoulesPerUnit)> Frontier);
