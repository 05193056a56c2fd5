using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>A site of a region as it knows itself.</summary>
/// <param name="Status">What it has.</param>
/// <param name="GpuLimit">GPUs that jobs may have.</param>
/// <param name="UpGpus">Working GPUs, also those beyond the limit.</param>
/// <param name="FreeGpus">Working GPUs without a job, also those beyond the limit.</param>
/// <param name="IsConnected">Whether an agent has a session for it.</param>
/// <param name="Agent">The agent's name; null if none was ever there.</param>
/// <param name="LastBeatS">When the agent was last heard of, seconds; not a number if never.</param>
/// <param name="EnergyJ">Energy since the region was opened, joules.</param>
/// <param name="Finished">Jobs done here.</param>
/// <param name="Version">Grows with every change by an operator.</param>
public sealed record RegionSite(
    SiteStatus Status, int GpuLimit, int UpGpus, int FreeGpus, bool IsConnected, string? Agent, double LastBeatS, double EnergyJ, long Finished, long Version);
