namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>A run's entities in this process.</summary>
internal sealed class DirectFleet(DirectSites sites, DirectIngresses ingresses, DirectPolicy policy) : IHostedFleet
{
    public ISiteOperations Sites => sites;

    public IIngressOperations Ingresses => ingresses;

    public IPolicyOperations Policy => policy;

    public void Dispose()
    {
        // Nothing to release: the entities go with the run.
    }
}
