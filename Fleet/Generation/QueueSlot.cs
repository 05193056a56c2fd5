namespace ControlPlane.Fleet.Generation;

/// <summary>What a queue did in a slot.</summary>
/// <param name="BusyGpuS">GPU time used, GPU-s.</param>
/// <param name="BusyJ">GPU energy used, J.</param>
/// <param name="TakenGpuS">GPU time of the jobs that came and are not abandoned, whenever they run, GPU-s.</param>
/// <param name="TakenJ">GPU energy of these jobs, J.</param>
/// <param name="AbandonedGpuS">GPU time of the jobs that came and are abandoned, GPU-s.</param>
/// <param name="BacklogGpuS">Work left at the end, GPU-s.</param>
public readonly record struct QueueSlot(double BusyGpuS, double BusyJ, double TakenGpuS, double TakenJ, double AbandonedGpuS, double BacklogGpuS);
