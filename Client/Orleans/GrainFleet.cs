using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>A run's entities as grains. Disposing lets the cluster forget them.</summary>
internal sealed class GrainFleet(
    ISimulatedPolicyGrain policyGrain,
    ISimulatedDataCenterGrain[] siteGrains,
    ISimulatedIngressGrain[] ingressGrains,
    GrainSites sites,
    GrainIngresses ingresses,
    GrainPolicy policy) : IHostedFleet
{
    public ISiteOperations Sites => sites;

    public IIngressOperations Ingresses => ingresses;

    public IPolicyOperations Policy => policy;

    public void Dispose() =>
        Task.WhenAll([.. siteGrains.Select(g => g.Close()), .. ingressGrains.Select(g => g.Close()), policyGrain.Close()]).GetAwaiter().GetResult();
}
