namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>An ingress's ledger: submitted = held + sending + placed + completed + cancelled + rejected.</summary>
/// <param name="Submitted">Jobs whose submission was accepted or rejected, ever.</param>
/// <param name="Held">Jobs here.</param>
/// <param name="Sending">Jobs assigned and not answered.</param>
/// <param name="Placed">Jobs at sites.</param>
/// <param name="Completed">Jobs done, ever.</param>
/// <param name="Cancelled">Jobs withdrawn, ever.</param>
/// <param name="Rejected">Jobs that no site may run, ever.</param>
[GenerateSerializer, Immutable, Alias("controlplane.ingress-account")]
public readonly record struct IngressAccountRecord(
    [property: Id(0)] long Submitted,
    [property: Id(1)] long Held,
    [property: Id(2)] long Sending,
    [property: Id(3)] long Placed,
    [property: Id(4)] long Completed,
    [property: Id(5)] long Cancelled,
    [property: Id(6)] long Rejected);
