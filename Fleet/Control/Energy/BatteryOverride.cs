namespace ControlPlane.Fleet.Control.Energy;

/// <summary>An operator's word for a battery, in place of the dispatcher's.</summary>
/// <param name="AskedKw">Power that was asked, kW: above 0 charges, below 0 discharges, 0 holds.</param>
/// <param name="SetPointKw">The same within what the battery can do, kW.</param>
/// <param name="SinceS">Since when, seconds since 1970 in UTC.</param>
/// <param name="UntilS">Until when, seconds since 1970 in UTC. It ends by itself.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record BatteryOverride(double AskedKw, double SetPointKw, double SinceS, double UntilS, string Actor, string Reason);
