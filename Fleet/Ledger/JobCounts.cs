namespace ControlPlane.Fleet.Ledger;

/// <summary>How many jobs are in which phase at one moment.</summary>
/// <param name="Submitted">Ever submitted.</param>
/// <param name="Held">Waiting at their ingress.</param>
/// <param name="Transferring">On the way to a site.</param>
/// <param name="Queued">Waiting at a site.</param>
/// <param name="Running">Running.</param>
/// <param name="Completed">Done.</param>
/// <param name="Rejected">Refused on submission.</param>
/// <param name="Cancelled">Withdrawn.</param>
public readonly record struct JobCounts(
    long Submitted,
    long Held,
    long Transferring,
    long Queued,
    long Running,
    long Completed,
    long Rejected,
    long Cancelled)
{
    /// <summary>Whether the account closes.</summary>
    public bool Closes => Submitted == Held + Transferring + Queued + Running + Completed + Rejected + Cancelled;
}
