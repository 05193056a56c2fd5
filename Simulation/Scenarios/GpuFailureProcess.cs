namespace ControlPlane.Simulation.Scenarios;

/// <summary>Random failures of the GPUs of one site: each GPU fails after exponential times and is repaired after exponential times.</summary>
/// <param name="Site">Site index.</param>
/// <param name="MeanTimeBetweenFailuresS">Mean working time of one GPU, seconds, &gt; 0.</param>
/// <param name="MeanTimeToRepairS">Mean time to repair, seconds, &gt; 0.</param>
public sealed record GpuFailureProcess(int Site, double MeanTimeBetweenFailuresS, double MeanTimeToRepairS);
