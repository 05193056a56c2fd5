namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job on its way from an ingress to a site.</summary>
/// <param name="Item">The job.</param>
/// <param name="Site">Site index.</param>
/// <param name="TransferS">Time the transfer takes, seconds.</param>
/// <param name="Slot">Its place in the ingress's outbox.</param>
/// <param name="Generation">Distinguishes the shipments that used the slot one after another.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shipment")]
public sealed record ShipmentRecord(
    [property: Id(0)] WorkRecord Item,
    [property: Id(1)] int Site,
    [property: Id(2)] double TransferS,
    [property: Id(3)] int Slot,
    [property: Id(4)] int Generation);
