namespace ControlPlane.Fleet.Energy;

/// <summary>What a battery did over a time. At most one of charging and discharging is above 0.</summary>
/// <param name="ChargedKwh">Energy taken at the terminals, kWh.</param>
/// <param name="DischargedKwh">Energy given at the terminals, kWh.</param>
/// <param name="LostKwh">Energy turned into heat by conversion and self-discharge, kWh.</param>
/// <param name="WearUsd">Wear of the cells, USD.</param>
/// <param name="IsCut">Whether it did less than it was asked to: full, empty, or more than its power.</param>
public readonly record struct BatteryFlow(double ChargedKwh, double DischargedKwh, double LostKwh, double WearUsd, bool IsCut);
