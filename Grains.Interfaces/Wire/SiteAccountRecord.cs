namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A data centre's meters and counters at one moment.</summary>
/// <param name="RunningJ">Energy of running jobs, J.</param>
/// <param name="SleepingJ">Energy of sleeping GPUs, J.</param>
/// <param name="BusyGpuS">GPU-seconds during which GPUs were busy.</param>
/// <param name="UpGpuS">GPU-seconds during which GPUs were in working order.</param>
/// <param name="UsefulUnits">Work done, without what was lost, units.</param>
/// <param name="LostUnits">Work thrown away, units.</param>
/// <param name="FailedGpus">GPUs that have failed and are not repaired.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-account")]
public sealed record SiteAccountRecord(
    [property: Id(0)] double RunningJ,
    [property: Id(1)] double SleepingJ,
    [property: Id(2)] double BusyGpuS,
    [property: Id(3)] double UpGpuS,
    [property: Id(4)] double UsefulUnits,
    [property: Id(5)] double LostUnits,
    [property: Id(6)] int FailedGpus);
