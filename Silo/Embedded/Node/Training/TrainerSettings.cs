using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>How a node's trainer learns.</summary>
/// <param name="Scenario">The node's fleet and load, in which snapshots are measured.</param>
internal sealed record TrainerSettings(Scenario Scenario) : LiveTrainingSettings
{
    /// <summary>Where its state is kept; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Jobs of a held-out run, about.</summary>
    public int HeldOutJobs { get; init; } = 4_000;
}
