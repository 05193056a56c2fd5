namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Whether an ingress had the job that is withdrawn.</summary>
/// <param name="Found">Whether it had it.</param>
/// <param name="Shipment">Its shipment, if it was on its way.</param>
/// <param name="Counts">The ingress after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.ingress-cancel-reply")]
public sealed record IngressCancelReply(
    [property: Id(0)] bool Found,
    [property: Id(1)] ShipmentRecord? Shipment,
    [property: Id(2)] IngressCounts Counts);
