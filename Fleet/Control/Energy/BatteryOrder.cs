namespace ControlPlane.Fleet.Control.Energy;

/// <summary>What an operator asks of a battery.</summary>
/// <param name="SetPointKw">Power, kW: above 0 charges, below 0 discharges, 0 holds. More than the battery can is taken as what it can, and the answer says so.</param>
/// <param name="Until">Until when: after now, at most a week ahead.</param>
/// <param name="Reason">Why: 1 to 200 characters.</param>
/// <param name="ExpectedVersion">The battery's version that the caller saw; null for any.</param>
public sealed record BatteryOrder(double SetPointKw, DateTimeOffset Until, string Reason, long? ExpectedVersion = null);
