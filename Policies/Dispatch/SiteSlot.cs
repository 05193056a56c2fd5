using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>What a site did in a slot.</summary>
/// <param name="Account">Its account of energy and money.</param>
/// <param name="SetPoint">What its dispatcher asked.</param>
/// <param name="StoredKwh">Energy in its battery at the end, kWh; 0 without one.</param>
public readonly record struct SiteSlot(EnergySlot Account, SiteSetPoint SetPoint, double StoredKwh);
