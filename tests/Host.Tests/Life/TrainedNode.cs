using System.Text.Json.Nodes;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Deciding;
using ControlPlane.Silo.Embedded.Node.Training;
using ControlPlane.Silo.Http;
using ControlPlane.Simulation.Scenarios;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Host.Tests.Life;

/// <summary>A real node of the paper's fleet behind its real HTTP API, with the shipped model as version 1 and a trainer that learns quickly.</summary>
internal sealed class TrainedNode : IAsyncDisposable
{
    private readonly EmbeddedNode _node;
    private readonly ApiServer _server;
    private readonly HttpClient _client;

    private TrainedNode(EmbeddedNode node, ApiServer server)
    {
        (_node, _server) = (node, server);
        _client = new HttpClient { BaseAddress = server.Address };
    }

    public static TrainerSettings Settings { get; } = new(PaperFleet.Week(RandomMode.Independent))
    {
        Live = new LiveSettings { WarmUp = 256, Capacity = 1_000 },
        Start = LearnedModels.Read(Shipped.Bytes),
        Every = 150,
        Pause = TimeSpan.Zero,
        HeldOutJobs = 100,
        // Every snapshot is good enough: what is refused has tests of its own.
        Tolerance = 1_000,
        Share = 1,
    };

    private static PolicyModel Shipped => PolicyModels.Load(new PolicySpec("chsac")).Model!;

    public static async Task<TrainedNode> Start(string folder, TrainerSettings? settings, bool isNew = true)
    {
        var model = Shipped;
        var node = await EmbeddedNode.Open(
            new JournalPlace { Folder = folder }.Storage(TimeProvider.System),
            Settings.Scenario.Fleet,
            new NodeSettings { AgentLeaseS = 600 },
            new PolicyChoice("chsac", new Dictionary<string, string> { ["budget"] = "1000" }, new ModelMark(model.Name, model.Digest, model.Bytes.Length)),
            new KnownLoad(400, 60, 1),
            TimeProvider.System,
            decisions: new DecisionSettings { FirstModel = model.Bytes, Trainer = settings });
        // The sessions of a node that comes back go on.
        foreach (var site in isNew ? Settings.Scenario.Fleet.Sites : [])
            await node.Register(new AgentHello(site.Name, "agent", site.GpuCount));
        return new TrainedNode(node, await ApiServer.Start(node, new ApiSettings { Port = 0, Dev = true }, leastLevel: LogLevel.None));
    }

    /// <summary>Jobs are submitted in one request.</summary>
    public Task Submit(string prefix, int count) => Ask(
        HttpMethod.Post, "/v1/jobs", $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"id":"{{prefix}}-{{i}}","sizeUnits":{{100 + i % 7 * 100}}}"""))}]");

    /// <summary>Waits until the trainer is as expected.</summary>
    public async Task<JsonNode> TrainerWhen(Func<JsonNode, bool> isExpected)
    {
        var trainer = await Ask(HttpMethod.Get, "/v1/policies/trainer");
        await Eventually.Holds(async () => isExpected(trainer = await Ask(HttpMethod.Get, "/v1/policies/trainer")));
        return trainer;
    }

    public async Task<JsonNode> Ask(HttpMethod method, string path, string? body = null, int status = 200)
    {
        var reply = await ApiHost.Send(_client, method, path, body);
        Assert.True(reply.Status == status, $"{method} {path}: {reply.Status} {reply.Body}");
        return reply.Json;
    }

    /// <summary>Ends it as SIGTERM does.</summary>
    public Task Close() => _node.Close(CancellationToken.None);

    /// <summary>Ends it as a crash does: nothing is kept that was not.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _node.DisposeAsync();
    }
}
