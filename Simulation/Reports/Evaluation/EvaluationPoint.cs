using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Evaluation;

/// <summary>What a policy did in one scenario, at one load and with one budget; means over seeds.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="BudgetS">Mean service time to keep, s; infinite for the least energy, null for a policy that takes none.</param>
/// <param name="AbovePercent">Energy per true unit above the frontier at the realised service time, %.</param>
/// <param name="JoulesPerUnit">Energy per true unit, J.</param>
/// <param name="ServiceS">Mean service time of the work done, s.</param>
/// <param name="WaitS">Mean wait, s.</param>
/// <param name="LargestQueue">Most jobs waiting anywhere at a sample.</param>
/// <param name="KeepsUp">Whether its queues do not grow; else its figures speak only of the work that it did.</param>
public sealed record EvaluationPoint(
    string Policy, double? BudgetS, Estimate AbovePercent, Estimate JoulesPerUnit, Estimate ServiceS, Estimate WaitS, Estimate LargestQueue, bool KeepsUp)
{
    /// <summary>Name and budget.</summary>
    public string Label => BudgetS is null ? Policy : $"{Policy} {BudgetText}";

    /// <summary>The budget as people write it; empty for a policy that takes none.</summary>
    public string BudgetText => BudgetS switch { null => "", double.PositiveInfinity => "none", { } seconds => $"{seconds:0.##}" };
}
