using System.Text.Json.Nodes;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Silo.Http;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Host.Tests.Node;

/// <summary>A node in memory behind its real HTTP API, and the console against it.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private readonly ApiServer _server;

    private NodeServer(NodePlane plane, ApiServer server) => (Plane, _server) = (plane, server);

    public NodePlane Plane { get; }

    public Uri Address => _server.Address;

    /// <summary>Two sites, of which the first may have an energy side. Leases are long: on a starved machine an agent that is merely late must not lose its jobs.</summary>
    public static async Task<NodeServer> Start(double leaseS = 600, Func<ApiSettings, ApiSettings>? change = null, int capacity = 100_000, SiteEnergySpec? energy = null, double slotS = 300, GenerationFleet? providers = null)
    {
        var settingsOfNode = new NodeSettings { AgentLeaseS = leaseS, Capacity = capacity, Energy = new EnergyDeskSettings { SlotS = slotS } };
        var fleet = TestFleets.Model(TestFleets.Site("east", 8) with { Energy = energy }, TestFleets.Site("west", 4));
        var plane = new NodePlane(new FleetModel(fleet.Sites, fleet.Ingresses, fleet.Links) { Generation = providers }, settingsOfNode);
        var settings = new ApiSettings { Port = 0, Dev = true, StopTimeout = TimeSpan.FromSeconds(1) };
        return new NodeServer(plane, await ApiServer.Start(plane, change?.Invoke(settings) ?? settings, leastLevel: LogLevel.None));
    }

    /// <summary>The console against this node.</summary>
    public CliResult Run(params string[] args) => Cli.Run([.. args, "--node", $"{Address}"]);

    /// <summary>The console's JSON.</summary>
    public JsonNode Json(params string[] args) => Cli.Json([.. args, "--node", $"{Address}"]);

    /// <summary>Agents of all sites until a condition holds, then Ctrl-C.</summary>
    public async Task<CliResult> Agents(Func<LedgerView, bool> isEnough, params string[] args)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(300));
        var agents = Task.Run(() => Cli.Run(["agent", "--all", "-q", "--node", $"{Address}", .. args], colour: false, isTerminal: false, cancellation: end.Token));
        while (!end.IsCancellationRequested && !agents.IsCompleted && !isEnough(await Plane.Ledger()))
            await Task.Delay(10);
        await end.CancelAsync();
        return await agents;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
