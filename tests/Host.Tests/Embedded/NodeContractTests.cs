using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The embedded node keeps the contract of the port.</summary>
public sealed class NodeContractTests : PlaneContract, IAsyncLifetime
{
    private EmbeddedNode? _node;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
    }

    protected override async Task<IControlPlane> Open(double agentLeaseS = 600, int capacity = 1_000) => _node = await EmbeddedNode.Open(
        new MemoryStorage(),
        Fleet,
        new NodeSettings { AgentLeaseS = agentLeaseS, Capacity = capacity },
        new PolicyChoice("least-loaded", new Dictionary<string, string>()),
        new KnownLoad(400, 10, 1),
        TimeProvider.System);
}
