namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A site as it knows itself.</summary>
/// <param name="Status">What it has.</param>
/// <param name="IsConnected">Whether an agent has a session for it.</param>
/// <param name="Agent">The agent's name; null if none was ever there.</param>
/// <param name="LastBeatS">When the agent was last heard of, seconds; not a number if never.</param>
/// <param name="EnergyJ">Energy since the region was opened, joules.</param>
/// <param name="Finished">Jobs done here.</param>
/// <param name="Version">Grows with every change by an operator.</param>
/// <param name="GpuLimit">GPUs that jobs may have.</param>
/// <param name="UpGpus">Working GPUs, also those beyond the limit.</param>
/// <param name="FreeGpus">Working GPUs without a job, also those beyond the limit.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-view")]
public sealed record SiteViewRecord(
    [property: Id(0)] SiteStatusRecord Status,
    [property: Id(1)] bool IsConnected,
    [property: Id(2)] string? Agent,
    [property: Id(3)] double LastBeatS,
    [property: Id(4)] double EnergyJ,
    [property: Id(5)] long Finished,
    [property: Id(6)] long Version,
    [property: Id(7)] int GpuLimit,
    [property: Id(8)] int UpGpus,
    [property: Id(9)] int FreeGpus);
