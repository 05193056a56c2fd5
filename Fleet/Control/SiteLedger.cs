namespace ControlPlane.Fleet.Control;

/// <summary>A site's part of the ledger.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Queued">Jobs that wait there.</param>
/// <param name="Running">Jobs on its GPUs.</param>
/// <param name="Completed">Jobs done there, ever.</param>
/// <param name="EnergyKwh">Its energy, kWh.</param>
public sealed record SiteLedger(string Site, long Queued, long Running, long Completed, double EnergyKwh);
