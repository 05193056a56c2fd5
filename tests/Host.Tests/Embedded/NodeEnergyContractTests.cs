using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The embedded node keeps the contract of the port for the energy of sites.</summary>
public sealed class NodeEnergyContractTests : EnergyContract, IAsyncLifetime
{
    private EmbeddedNode? _node;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
    }

    protected override async Task<IControlPlane> Open(DispatchSettings dispatch) => _node = await EmbeddedNode.Open(
        new MemoryStorage(),
        Fleet,
        new NodeSettings { Energy = new EnergyDeskSettings { SlotS = SlotS } },
        new PolicyChoice("least-loaded", new Dictionary<string, string>()),
        new KnownLoad(400, 10, 1),
        TimeProvider.System,
        dispatch);
}
