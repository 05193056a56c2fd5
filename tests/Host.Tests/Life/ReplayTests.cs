using System.Text.Json.Nodes;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Operating;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests.Life;

/// <summary>A node's decisions under another policy: what was known at each comes back from the journal.</summary>
public sealed class ReplayTests : IDisposable
{
    private const int Jobs = 60;
    private static readonly FleetModel Paper = ScenarioReader.Read(ScenarioCatalog.Shipped.Find("paper")).Fleet;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_policy_that_decided_agrees_with_itself_about_every_decision()
    {
        await Run(new PolicyChoice("least-loaded", new Dictionary<string, string> { ["gpus"] = "2" }));
        var replay = await Replay("least-loaded:gpus=2");
        Assert.True((long)replay["decisions"]! >= Jobs, $"{replay}");
        Assert.Equal(((long)replay["decisions"]!, 0L, 0L, 0.0), ((long)replay["same"]!, (long)replay["otherSite"]!, (long)replay["failed"]!, (double)replay["energyJ"]!));
    }

    [Fact]
    public async Task Another_policy_is_compared_by_scores_energy_and_completion_and_by_site()
    {
        await Run(new PolicyChoice("least-loaded", new Dictionary<string, string> { ["gpus"] = "2" }));
        var replay = await Replay("least-energy:gpus=1");
        var (decisions, other) = ((long)replay["decisions"]!, (long)replay["otherSite"]!);
        Assert.InRange(other, 1, decisions);
        Assert.Equal(decisions, (long)replay["same"]! + other + (long)replay["otherGpus"]!);
        Assert.True((double)replay["energyJ"]! < 0, $"least-energy would have used less: {replay}");
        Assert.True((double)replay["scoreRegret"]! >= 0, $"by its own scores the policy that decided was right: {replay}");
        var sites = replay["sites"]!.AsArray();
        Assert.Equal((double)replay["energyJ"]!, sites.Sum(s => (double)s!["energyJ"]!), 3);
        Assert.Equal(sites.Sum(s => (long)s!["decisions"]! - (long)s["kept"]!), sites.Sum(s => (long)s!["gained"]!));
        Assert.Contains("kJ and", (await SiloProgram.Run("replay", "--policy", "least-energy:gpus=1", "--data", _folder.Path)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "there is no policy 'nonsense'")]
    [InlineData("lowest-price", "needs the price of energy")]
    public async Task A_policy_that_cannot_be_asked_is_refused(string policy, string reason) =>
        Assert.Contains(reason, await SiloProgram.Complaint("replay", "--policy", policy, "--data", _folder.Path), StringComparison.Ordinal);

    [Fact]
    public async Task Another_fleet_is_refused()
    {
        await Run(new PolicyChoice("least-loaded", new Dictionary<string, string>()));
        var end = await SiloProgram.Run("replay", "--policy", "round-robin", "--data", _folder.Path, "--fleet", "lost-site");
        Assert.Equal(1, end.ExitCode);
        Assert.NotEmpty(end.Error);
    }

    // Jobs come and end, sites drain and come back: what is known changes between decisions.
    private async Task Run(PolicyChoice policy)
    {
        await using var node = await EmbeddedNode.Open(
            new JournalPlace { Folder = _folder.Path }.Storage(TimeProvider.System), Paper, new NodeSettings { AgentLeaseS = 600 }, policy, new KnownLoad(400, 10, 1), TimeProvider.System);
        List<AgentSession> sessions = [];
        foreach (var site in Paper.Sites)
            sessions.Add(await node.Register(new AgentHello(site.Name, "agent", site.GpuCount)));
        for (var i = 0; i < Jobs; i++)
        {
            await node.Submit([new JobSubmission { Id = $"job-{i}", SizeUnits = 5 + i, PreferredSites = i % 9 == 0 ? [Paper.Sites[1].Name] : [] }]);
            if (i % 5 == 0)
                await Finish(node, sessions[i / 5 % sessions.Count]);
            if (i % 20 == 10)
                await node.ChangeSite(Paper.Sites[0].Name, new SiteChange(Draining: i == 10), "test");
        }
    }

    private static async Task Finish(EmbeddedNode node, AgentSession session)
    {
        var orders = await node.Beat(new AgentBeat { Site = session.Site, Epoch = session.Epoch });
        if (orders.Tasks is not [var task, ..])
            return;
        await node.Beat(new AgentBeat
        {
            Site = session.Site, Epoch = session.Epoch, Reports = [new AgentReport(orders.Confirmed + 1, task.Job, task.Token, AgentReportKind.Finished, 1)],
        });
    }

    private async Task<JsonNode> Replay(string policy)
    {
        var end = await SiloProgram.Run("replay", "--policy", policy, "--data", _folder.Path, "--json");
        Assert.True(end.ExitCode == 0, end.Error);
        return JsonNode.Parse(end.Out)!;
    }
}
