using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>What works on a trainer's thread.</summary>
/// <param name="Training">Learns and publishes.</param>
/// <param name="Stream">The node's decisions.</param>
internal sealed record TrainerWork(LiveTraining Training, LiveStream Stream);
