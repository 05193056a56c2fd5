using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans.Studies;

/// <summary>The joint plan under a carbon budget.</summary>
/// <param name="Instance">The instance's name.</param>
/// <param name="Share">The budget as a share of what the plan without any budget emits.</param>
/// <param name="BudgetT">The budget, tCO2.</param>
/// <param name="Unbound">The plan without budget and price of carbon.</param>
/// <param name="Result">The plan under the budget.</param>
public sealed record SweepPoint(string Instance, double Share, double BudgetT, JointResult Unbound, JointResult Result);
