using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>Limits of a node. They may differ from start to start.</summary>
public sealed record NodeSettings
{
    /// <summary>Name of the node.</summary>
    public string Name { get; init; } = "local";

    /// <summary>The most jobs that have not ended, at each ingress.</summary>
    public int Capacity { get; init; } = 200_000;

    /// <summary>How many ended jobs are remembered: an id submitted again after so many more have ended is a new job.</summary>
    public int Remembered { get; init; } = 100_000;

    /// <summary>The most events that are kept.</summary>
    public int Events { get; init; } = 10_000;

    /// <summary>How long an agent may be silent, seconds.</summary>
    public double AgentLeaseS { get; init; } = 15;

    /// <summary>How often a job may fail at sites before it is given up.</summary>
    public int MostAttempts { get; init; } = 3;

    /// <summary>How sites count their energy, those that have an energy side.</summary>
    public EnergyDeskSettings Energy { get; init; } = new();
}
