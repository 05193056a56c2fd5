namespace ControlPlane.Planning.Energy;

/// <summary>What a battery should do over a horizon.</summary>
/// <param name="CostUsd">What energy and wear cost over the horizon, USD.</param>
/// <param name="BatteryKw">Power at its terminals in each slot, kW: above 0 charges.</param>
/// <param name="StoredKwh">Energy in its cells at the end of each slot, kWh.</param>
public sealed record StoragePlan(double CostUsd, double[] BatteryKw, double[] StoredKwh);
