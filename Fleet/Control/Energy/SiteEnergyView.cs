namespace ControlPlane.Fleet.Control.Energy;

/// <summary>The energy of a site as a host shows it.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="LoadKw">Present power of the computers by the site's model, kW.</param>
/// <param name="Running">The slot that runs, as far as it is settled; null before the first.</param>
/// <param name="Last">The last slot that is over; null before the first.</param>
/// <param name="Today">The slots that began today, in UTC.</param>
/// <param name="Total">All slots.</param>
/// <param name="CarriedKwh">What agents measured beyond the model's load and no slot has taken yet, kWh; below 0 when they measured less.</param>
/// <param name="Battery">The battery; null for none.</param>
public sealed record SiteEnergyView(
    string Site, double LoadKw, SlotView? Running, SlotView? Last, EnergyTotals Today, EnergyTotals Total, double CarriedKwh, BatteryView? Battery);
