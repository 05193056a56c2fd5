using ControlPlane.Fleet.Energy;

namespace ControlPlane.Simulation.Results;

/// <summary>What the energy of a site came to in a run.</summary>
/// <param name="Total">The account of the whole run.</param>
/// <param name="StoredAtStartKwh">Energy in the battery at the beginning, kWh.</param>
/// <param name="StoredAtEndKwh">Energy in the battery at the end, kWh.</param>
/// <param name="Series">Slot by slot.</param>
public sealed record SiteEnergyResult(EnergySlot Total, double StoredAtStartKwh, double StoredAtEndKwh, EnergySeries Series);
