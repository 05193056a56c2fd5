namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>Where a run's entities live: in this process, called directly, or elsewhere. May serve many runs side by side.</summary>
public interface IFleetHost
{
    /// <summary>Makes the entities of one run, all empty.</summary>
    /// <param name="setup">What they are made with.</param>
    /// <exception cref="ArgumentException">The policy or one of its settings is unknown.</exception>
    /// <exception cref="NotSupportedException">The host cannot do what the setup asks for; the message says what.</exception>
    IHostedFleet Open(FleetSetup setup);
}
