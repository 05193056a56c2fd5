using ControlPlane.Grains.Interfaces.Wire;
using Orleans.Concurrency;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// Learns from what the workers of a region decide, on a thread beside its turns, and publishes what it has learned by the coordinator; it lets none of it decide. The key is
/// the region's name. What it has learned is in memory: one that is lost begins anew with the model that it is given.
/// </summary>
[Alias("controlplane.ITrainerGrain")]
public interface ITrainerGrain : IGrainWithStringKey
{
    /// <summary>A worker tells what it decided. What comes while the trainer is behind is dropped and counted.</summary>
    /// <param name="seen">Its decisions.</param>
    [OneWay, Alias("Tell")]
    Task Tell(SeenDecisionsRecord seen);

    /// <summary>How it gets on.</summary>
    [Alias("Show")]
    Task<TrainerRecord> Show();
}
