namespace ControlPlane.Fleet.Control;

/// <summary>The ledger of jobs: submitted = held + queued + running + completed + cancelled + failed.</summary>
/// <param name="Submitted">Jobs accepted, ever.</param>
/// <param name="Held">Jobs that no site has.</param>
/// <param name="Queued">Jobs that wait at sites.</param>
/// <param name="Running">Jobs on GPUs.</param>
/// <param name="Completed">Jobs done, ever.</param>
/// <param name="Cancelled">Jobs withdrawn, ever.</param>
/// <param name="Failed">Jobs given up, ever.</param>
/// <param name="EnergyKwh">Energy of all sites, kWh.</param>
/// <param name="Sites">The same by site.</param>
public sealed record LedgerView(
    long Submitted,
    long Held,
    long Queued,
    long Running,
    long Completed,
    long Cancelled,
    long Failed,
    double EnergyKwh,
    IReadOnlyList<SiteLedger> Sites)
{
    /// <summary>Whether it closes.</summary>
    public bool Closes => Submitted == Held + Queued + Running + Completed + Cancelled + Failed;
}
