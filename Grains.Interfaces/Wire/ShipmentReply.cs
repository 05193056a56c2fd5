namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of one job at an ingress.</summary>
/// <param name="Shipment">Its shipment; null if there is none.</param>
/// <param name="Counts">The ingress after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shipment-reply")]
public sealed record ShipmentReply(
    [property: Id(0)] ShipmentRecord? Shipment,
    [property: Id(1)] IngressCounts Counts);
