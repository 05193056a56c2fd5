namespace ControlPlane.Planning.Joint.Solving;

/// <summary>A plan with its replay and prices.</summary>
/// <param name="Replayed">The plan.</param>
/// <param name="Prices">What things are worth at its margin.</param>
internal sealed record PricedPlan(Replayed Replayed, PlanPrices Prices);
