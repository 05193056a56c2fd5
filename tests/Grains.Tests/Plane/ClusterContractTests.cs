using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;
using ControlPlane.Silo.Orleans.Plane;
using Microsoft.Extensions.Logging.Abstractions;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>A cluster keeps the contract of the port. Regions whose ingresses are to be full have a cluster of their own.</summary>
public sealed class ClusterContractTests(PlaneClusters clusters) : PlaneContract, IClassFixture<PlaneClusters>
{
    protected override async Task<IControlPlane> Open(double agentLeaseS = 600, int capacity = 1_000)
    {
        var grains = await clusters.WithCapacity(capacity);
        var name = Guid.NewGuid().ToString("N");
        var setup = new RegionSetup(
            Fleet.ToWire(), new PolicyRecord("least-loaded", []), 1, 400, 1, LeaseMarginS: Math.Max(10, agentLeaseS), AgentLeaseS: agentLeaseS);
        await grains.GetGrain<ICoordinatorGrain>(name).Configure(setup);
        var directory = new RegionDirectory(grains, TimeProvider.System, NullLogger<RegionDirectory>.Instance);
        return new ClusterPlane(name, new RegionCalls(name, grains, directory), TimeProvider.System);
    }
}
