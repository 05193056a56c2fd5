namespace ControlPlane.Fleet.Sites;

/// <summary>A data centre's meters at one moment.</summary>
/// <param name="RunningJ">Energy of running jobs since the start, J.</param>
/// <param name="SleepingJ">Energy of sleeping GPUs since the start, J.</param>
/// <param name="BusyGpuS">GPU-seconds during which GPUs were busy.</param>
/// <param name="UpGpuS">GPU-seconds during which GPUs were in working order.</param>
public readonly record struct EnergyReading(double RunningJ, double SleepingJ, double BusyGpuS, double UpGpuS)
{
    /// <summary>All energy, J.</summary>
    public double TotalJ => RunningJ + SleepingJ;
}
