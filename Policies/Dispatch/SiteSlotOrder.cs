using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>What a site is to run in a slot.</summary>
/// <param name="LoadKw">Mean power of its computers, kW, ≥ 0.</param>
/// <param name="Conditions">What the world offers.</param>
/// <param name="Hours">Length of the slot, &gt; 0.</param>
/// <param name="HoursToTarget">Time to the end of the day, at which the battery should have what it began with, hours, &gt; 0; infinite for no such target.</param>
/// <param name="PlannedKw">What a plan of the fleet wants of the battery, kW: above 0 it charges; null without one.</param>
public readonly record struct SiteSlotOrder(double LoadKw, SiteConditions Conditions, double Hours, double HoursToTarget = double.PositiveInfinity, double? PlannedKw = null);
