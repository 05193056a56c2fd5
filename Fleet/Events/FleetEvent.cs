using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Events;

/// <summary>One line of the event log. The log of a scenario and seed is the same under every carrier.</summary>
/// <param name="TimeS">When, in seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="Job">Which job; 0 for events of a site.</param>
/// <param name="Ingress">Ingress index, -1 if none.</param>
/// <param name="Site">Site index, -1 if none.</param>
/// <param name="Allocation">GPUs and clock, where the event has them.</param>
/// <param name="Value">As <see cref="FleetEventKind"/> says; 0 if it says nothing.</param>
public readonly record struct FleetEvent(
    double TimeS,
    FleetEventKind Kind,
    JobId Job,
    int Ingress,
    int Site,
    Allocation Allocation = default,
    double Value = 0);
