using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Sites;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Http;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>A real embedded node behind its real HTTP API in this process: for tests that stand between the two, or between the node and its store.</summary>
internal sealed class HttpNode : IAsyncDisposable
{
    private readonly EmbeddedNode _node;
    private readonly ApiServer _server;

    private HttpNode(EmbeddedNode node, ApiServer server) => (_node, _server) = (node, server);

    public static FleetModel Fleet { get; } = TestFleets.Model(Site("east", 8), Site("west", 8), Site("north", 4), Site("south", 4));

    public Uri Address => _server.Address;

    public static async Task<HttpNode> Start(IJournalStorage storage, NodeSettings settings)
    {
        var policy = new PolicyChoice("least-loaded", new Dictionary<string, string>());
        var node = await EmbeddedNode.Open(storage, Fleet, settings, policy, new KnownLoad(1, 100, Seed: 1), TimeProvider.System);
        var api = new ApiSettings { Port = 0, Dev = true, StopTimeout = TimeSpan.FromSeconds(1), Limits = new ApiLimits { RequestsPerSecond = 100_000, RequestBurst = 100_000 } };
        return new HttpNode(node, await ApiServer.Start(node, api, leastLevel: LogLevel.None));
    }

    private static DataCenterSpec Site(string name, int gpus) => TestFleets.Site(name, gpus) with { Energy = TestFleets.Energy };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _node.DisposeAsync();
    }
}
