namespace ControlPlane.Fleet.Control;

/// <summary>A site as a host shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="GpuType">Its GPUs' type.</param>
/// <param name="Gpus">GPUs it has.</param>
/// <param name="GpuLimit">GPUs it may use for jobs; those that run keep theirs when it is lowered.</param>
/// <param name="UpGpus">GPUs in working order; 0 while its agent is lost.</param>
/// <param name="FreeGpus">Working GPUs without a job.</param>
/// <param name="Running">Running jobs.</param>
/// <param name="Queued">Waiting jobs.</param>
/// <param name="IsDraining">Whether it takes no new jobs.</param>
/// <param name="IsConnected">Whether an agent has a session for it.</param>
/// <param name="Agent">The agent's name; null if none was ever there.</param>
/// <param name="LastBeatAt">When the agent was last heard of.</param>
/// <param name="PowerW">Present power, watts.</param>
/// <param name="EnergyKwh">Energy since the node was made, kWh.</param>
/// <param name="Finished">Jobs done here.</param>
/// <param name="Version">Grows with every change by an operator.</param>
public sealed record SiteView(
    string Name,
    string GpuType,
    int Gpus,
    int GpuLimit,
    int UpGpus,
    int FreeGpus,
    int Running,
    int Queued,
    bool IsDraining,
    bool IsConnected,
    string? Agent,
    DateTimeOffset? LastBeatAt,
    double PowerW,
    double EnergyKwh,
    long Finished,
    long Version);
