namespace ControlPlane.Fleet.Control.Energy;

/// <summary>An override of a battery as a host shows it.</summary>
/// <param name="AskedKw">Power that was asked, kW: above 0 charges, below 0 discharges, 0 holds.</param>
/// <param name="SetPointKw">The same within what the battery can do, kW.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when. It ends by itself.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was not taken as it was asked, for people; null when all was.</param>
public sealed record OverrideView(double AskedKw, double SetPointKw, DateTimeOffset Since, DateTimeOffset Until, string Actor, string Reason, string? Note);
