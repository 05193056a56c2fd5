using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Results;

/// <summary>What one site did in a run.</summary>
/// <param name="Name">Site name.</param>
/// <param name="Gpus">GPUs it has.</param>
/// <param name="Completed">Jobs completed there.</param>
/// <param name="Energy">Its meters at the end.</param>
/// <param name="UsefulUnits">Work done there and not lost, units.</param>
/// <param name="LostUnits">Work lost by interruptions, units.</param>
/// <param name="QueuedAtEnd">Jobs waiting there at the end.</param>
/// <param name="MeanQueue">Time average of the queue, sampled.</param>
public sealed record SiteResult(
    string Name,
    int Gpus,
    long Completed,
    EnergyReading Energy,
    double UsefulUnits,
    double LostUnits,
    int QueuedAtEnd,
    double MeanQueue)
{
    /// <summary>What its energy came to; null where the site has no energy side.</summary>
    public SiteEnergyResult? Account { get; init; }

    /// <summary>Busy share of the GPU-seconds in which GPUs were in working order, 0..1; NaN if there were none.</summary>
    public double Utilisation => Energy.BusyGpuS / Energy.UpGpuS;
}
