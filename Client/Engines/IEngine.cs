using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Engines;

/// <summary>What runs the entities of simulated fleets; disposing ends it.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Where the entities live.</summary>
    IFleetHost Host { get; }
}
