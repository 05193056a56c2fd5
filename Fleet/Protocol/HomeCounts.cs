namespace ControlPlane.Fleet.Protocol;

/// <summary>A home's ledger: submitted = held + sending + placed + completed + cancelled + rejected.</summary>
/// <param name="Submitted">Jobs whose submission was accepted or rejected, ever.</param>
/// <param name="Held">Jobs here.</param>
/// <param name="Sending">Jobs assigned and not answered.</param>
/// <param name="Placed">Jobs at sites.</param>
/// <param name="Completed">Jobs done, ever.</param>
/// <param name="Cancelled">Jobs withdrawn, ever.</param>
/// <param name="Rejected">Jobs that no site may run, ever.</param>
public readonly record struct HomeCounts(long Submitted, int Held, int Sending, int Placed, long Completed, long Cancelled, long Rejected)
{
    /// <summary>Whether the ledger closes.</summary>
    public bool Closes => Submitted == Held + Sending + Placed + Completed + Cancelled + Rejected;
}
