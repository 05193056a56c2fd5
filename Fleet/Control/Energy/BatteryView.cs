namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A battery as a host shows it. Powers are above 0 when it charges and below 0 when it discharges.</summary>
/// <param name="Site">Name of its site.</param>
/// <param name="Soc">State of charge when it was last settled, [0, 1].</param>
/// <param name="StoredKwh">Energy in its cells then, kWh.</param>
/// <param name="CapacityKwh">Energy of its cells when full, kWh.</param>
/// <param name="MinSoc">State of charge below which it is not discharged.</param>
/// <param name="MaxSoc">State of charge above which it is not charged.</param>
/// <param name="MaxChargeKw">The most power that it takes, kW.</param>
/// <param name="MaxDischargeKw">The most power that it gives, kW.</param>
/// <param name="SetPointKw">What it is told now, kW.</param>
/// <param name="Source">Who tells it.</param>
/// <param name="Reason">The dispatcher's name, or why it is not followed.</param>
/// <param name="Override">What an operator said; null when the dispatcher decides.</param>
/// <param name="Version">Grows with every change of what operators say.</param>
public sealed record BatteryView(
    string Site,
    double Soc,
    double StoredKwh,
    double CapacityKwh,
    double MinSoc,
    double MaxSoc,
    double MaxChargeKw,
    double MaxDischargeKw,
    double SetPointKw,
    SlotSource Source,
    string Reason,
    OverrideView? Override,
    long Version);
