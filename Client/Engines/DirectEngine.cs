using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Client.Engines;

/// <summary>The entities are objects of this process.</summary>
internal sealed class DirectEngine : IEngine
{
    public IFleetHost Host => DirectHost.Instance;

    public IGenerationHost GenerationHost => DirectGenerationHost.Instance;

    public RewardShaperFactory? Shapers => null;

    public void Dispose()
    {
        // Nothing runs besides the simulation itself.
    }
}
