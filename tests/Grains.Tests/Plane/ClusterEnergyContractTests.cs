using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;
using ControlPlane.Grains.Tests.Live;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Silo.Orleans.Plane;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>A cluster keeps the contract of the port for the energy of sites. Each test has a cluster of its own: how batteries are told what to do is a matter of its silos.</summary>
public sealed class ClusterEnergyContractTests : EnergyContract, IAsyncLifetime
{
    private LiveCluster? _cluster;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    protected override async Task<IControlPlane> Open(DispatchSettings dispatch)
    {
        _cluster = new LiveCluster(silo =>
        {
            silo.AddMemoryGrainStorage("controlplane");
            silo.Services.Configure<EnergyOptions>(o => (o.Desk, o.Dispatch) = (new EnergyDeskSettings { SlotS = SlotS }, dispatch));
        });
        await _cluster.InitializeAsync();
        var (grains, name) = (_cluster.Grains, "energy");
        await grains.GetGrain<ICoordinatorGrain>(name).Configure(
            new RegionSetup(Fleet.ToWire(), new PolicyRecord("least-loaded", []), 1, 400, 1, LeaseMarginS: 600, AgentLeaseS: 600));
        await grains.GetGrain<ISiteGrain>(GrainKeys.Energy(name, "west")).Wake();
        var directory = new RegionDirectory(grains, TimeProvider.System, NullLogger<RegionDirectory>.Instance);
        return new ClusterPlane(name, new RegionCalls(name, grains, directory), TimeProvider.System);
    }
}
