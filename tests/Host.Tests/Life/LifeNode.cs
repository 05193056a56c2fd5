using System.Text.Json.Nodes;
using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Deciding;
using ControlPlane.Silo.Http;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Host.Tests.Life;

/// <summary>A real node behind its real HTTP API, with least-loaded as version 1 and an <see cref="Adversary"/> in its catalogue.</summary>
internal sealed class LifeNode : IAsyncDisposable
{
    private readonly MemoryStorage _storage;
    private readonly EmbeddedNode _node;
    private readonly ApiServer _server;
    private readonly HttpClient _client;
    private int _submitted;

    private LifeNode(MemoryStorage storage, Adversary adversary, EmbeddedNode node, ApiServer server)
    {
        (_storage, Adversary, _node, _server) = (storage, adversary, node, server);
        _client = new HttpClient { BaseAddress = server.Address };
    }

    public Adversary Adversary { get; }

    public Uri Address => _server.Address;

    public static Task<LifeNode> Start() => Start(new MemoryStorage(), new Adversary(), isNew: true);

    /// <summary>The same node after its process ended.</summary>
    public async Task<LifeNode> Restart()
    {
        await End();
        return await Start(_storage, Adversary, isNew: false);
    }

    /// <summary>The adversary is published.</summary>
    /// <returns>Its version.</returns>
    public async Task<int> Publish() =>
        (int)(await Ask(HttpMethod.Post, "/v1/policies", """{"name":"adversary","model":{"name":"a.model","data":"AQID"}}""", 201))["version"]!;

    /// <summary>A job is submitted.</summary>
    /// <returns>Why it is where it is.</returns>
    public async Task<JsonNode> Submit()
    {
        var id = $"job-{_submitted++}";
        await Ask(HttpMethod.Post, "/v1/jobs", $$"""{"id":"{{id}}","sizeUnits":10}""", 201);
        return await Why(id);
    }

    public Task<JsonNode> Why(string id) => Ask(HttpMethod.Get, $"/v1/jobs/{id}/why");

    public Task<JsonNode> Life() => Ask(HttpMethod.Get, "/v1/policies/life");

    /// <summary>Waits until the life of the policy is as expected.</summary>
    public async Task<JsonNode> LifeWhen(Func<JsonNode, bool> isExpected)
    {
        var life = await Life();
        await Eventually.Holds(async () => isExpected(life = await Life()));
        return life;
    }

    public async Task<JsonNode> Ask(HttpMethod method, string path, string? body = null, int status = 200)
    {
        var reply = await ApiHost.Send(_client, method, path, body);
        Assert.True(reply.Status == status, $"{method} {path}: {reply.Status} {reply.Body}");
        return reply.Json;
    }

    public async ValueTask DisposeAsync()
    {
        Adversary.Dispose();
        await End();
    }

    private static async Task<LifeNode> Start(MemoryStorage storage, Adversary adversary, bool isNew)
    {
        var decisions = new DecisionSettings { Catalog = adversary.Catalog, Patience = TimeSpan.FromSeconds(1) };
        var node = await EmbeddedNode.Open(
            storage,
            TestFleets.Small().Fleet,
            new NodeSettings { AgentLeaseS = 600 },
            new PolicyChoice("least-loaded", new Dictionary<string, string>()),
            new KnownLoad(400, 10, 1),
            TimeProvider.System,
            decisions: decisions);
        // The sessions of a node that comes back go on.
        foreach (var site in isNew ? TestFleets.Small().Fleet.Sites : [])
            await node.Register(new AgentHello(site.Name, "agent", site.GpuCount));
        return new LifeNode(storage, adversary, node, await ApiServer.Start(node, new ApiSettings { Port = 0, Dev = true }, leastLevel: LogLevel.None));
    }

    private async Task End()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _node.DisposeAsync();
    }
}
