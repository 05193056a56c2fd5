using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Ingresses;

/// <summary>A job on its way from an ingress to a site.</summary>
/// <param name="Item">The job.</param>
/// <param name="Site">Site index.</param>
/// <param name="TransferS">Time the transfer takes, seconds.</param>
/// <param name="Slot">Its place in the ingress's outbox.</param>
/// <param name="Generation">Distinguishes the shipments that used the slot one after another.</param>
public readonly record struct Shipment(WorkItem Item, int Site, double TransferS, int Slot, int Generation);
