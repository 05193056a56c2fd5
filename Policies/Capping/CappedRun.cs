using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Capping;

/// <summary>A running job as a power cap sees it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Site">Site index.</param>
/// <param name="Slot">Slot of its run.</param>
/// <param name="Allocation">Its GPUs and present clock level.</param>
public readonly record struct CappedRun(JobId Job, int Site, int Slot, Allocation Allocation);
