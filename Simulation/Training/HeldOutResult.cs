namespace ControlPlane.Simulation.Training;

/// <summary>What a model does in held-out runs.</summary>
/// <param name="EnergyAbovePercent">Mean energy per true unit above the frontier at the realised service time, %.</param>
/// <param name="OverBudgetPercent">Mean by which service time and waiting together are above the budget, %; 0 where they are not.</param>
public readonly record struct HeldOutResult(double EnergyAbovePercent, double OverBudgetPercent)
{
    /// <summary>What models are compared by, less is better: a percent of the budget counts like one of energy.</summary>
    public double Score => EnergyAbovePercent + OverBudgetPercent;
}
