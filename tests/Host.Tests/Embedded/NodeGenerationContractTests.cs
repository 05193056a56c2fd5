using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Generation;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The embedded node keeps the contract of the port for service providers.</summary>
public sealed class NodeGenerationContractTests : GenerationContract, IAsyncLifetime
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
        new NodeSettings(),
        new PolicyChoice("least-loaded", new Dictionary<string, string>()),
        new KnownLoad(400, 10, 1),
        TimeProvider.System,
        providers: new ProviderSettings { Dispatch = dispatch });
}
