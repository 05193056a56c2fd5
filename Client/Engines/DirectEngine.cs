using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Engines;

/// <summary>The entities are objects of this process.</summary>
internal sealed class DirectEngine : IEngine
{
    public IFleetHost Host => DirectHost.Instance;

    public void Dispose()
    {
        // Nothing runs besides the simulation itself.
    }
}
