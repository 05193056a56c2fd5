using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Deciding;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A node on a real journal, without its HTTP API.</summary>
public sealed class EmbeddedNodeTests : IDisposable
{
    private static readonly PolicyChoice LeastLoaded = new("least-loaded", new Dictionary<string, string>());
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_job_runs_at_a_site_whose_agent_is_there_and_is_completed_by_its_report()
    {
        await using var node = await Open();
        Assert.Equal(SubmitVerdict.Accepted, (await Submit(node, "a")).Outcome);
        Assert.Equal(JobState.Held, (await node.FindJob("a"))!.State);
        var session = await node.Register(new AgentHello("large", "agent", 24));
        var task = Assert.Single((await Beat(node, session)).Tasks!);
        Assert.Equal(("a", JobState.Running), (task.Job, (await node.FindJob("a"))!.State));
        var orders = await Beat(node, session, new AgentReport(1, "a", task.Token, AgentReportKind.Finished, 10));
        Assert.Equal((1L, 0), (orders.Confirmed, orders.Tasks!.Count));
        var job = (await node.FindJob("a"))!;
        Assert.Equal((JobState.Completed, "large"), (job.State, job.Site));
        Assert.True((await node.Ledger()).Closes);
    }

    [Fact]
    public async Task What_was_answered_is_there_when_the_node_was_lost_and_opened_again()
    {
        AgentSession session;
        await using (var node = await Open())
        {
            session = await node.Register(new AgentHello("large", "agent", 24));
            await Submit(node, "a");
            await node.PublishPolicy(new PolicyChoice("round-robin", new Dictionary<string, string>()), "try", "test");
            await node.ActivatePolicy(2, "test");
        }

        await using var again = await Open();
        Assert.Equal(SubmitVerdict.Known, (await Submit(again, "a")).Outcome);
        // The session goes on: the agent is told everything, because the node cannot know what it knows.
        Assert.Equal("a", Assert.Single((await Beat(again, session)).Tasks!).Job);
        Assert.Equal("round-robin", (await again.Policies()).Single(p => p.IsActive).Policy.Name);
        Assert.Contains(await again.Audit(10), a => a.Action == "policy.activate" && a.Subject == "2");
    }

    [Fact]
    public async Task A_beat_that_waits_is_answered_when_there_is_something_to_do()
    {
        await using var node = await Open();
        var session = await node.Register(new AgentHello("large", "agent", 24));
        var known = (await Beat(node, session)).Version;
        var waiting = node.Beat(new AgentBeat { Site = "large", Epoch = session.Epoch, KnownVersion = known, WaitS = 5 });
        await Submit(node, "a");
        Assert.Equal("a", Assert.Single((await waiting).Tasks!).Job);
    }

    [Fact]
    public async Task Events_are_followed_from_any_number()
    {
        await using var node = await Open();
        using var end = new CancellationTokenSource();
        await using var events = node.Events(0, end.Token).GetAsyncEnumerator(end.Token);
        List<string> kinds = [];
        await Submit(node, "a");
        while (!kinds.Contains("held") && await events.MoveNextAsync())
            kinds.Add(events.Current.Kind);
        Assert.Equal(["policy-published", "policy-activated", "submitted", "held"], kinds);
    }

    [Fact]
    public async Task A_fleet_of_other_size_and_a_policy_that_cannot_serve_are_refused()
    {
        await (await Open()).DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => Open(new PolicyChoice("fluid", new Dictionary<string, string>())));
        await using var node = await Open();
        var refused = await Assert.ThrowsAsync<ControlException>(() => node.PublishPolicy(new PolicyChoice("nonsense", new Dictionary<string, string>()), "", "test"));
        Assert.Equal(ControlProblem.Invalid, refused.Problem);
        Assert.Contains("least-loaded", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(100, 1)]
    public async Task A_node_that_comes_back_may_remember_more_or_fewer_ended_jobs(int before, int after)
    {
        await using (var node = await Open(remembered: before))
        {
            foreach (var id in new[] { "a", "b" })
            {
                await Submit(node, id);
                await node.CancelJob(id, "test");
            }

            // Where one is remembered, a was forgotten and is another job now.
            Assert.Equal(before == 1 ? SubmitVerdict.Accepted : SubmitVerdict.Known, (await Submit(node, "a")).Outcome);
        }

        await using var again = await Open(remembered: after);
        Assert.Equal(before == 1 ? JobState.Held : null, (await again.FindJob("a"))?.State);
        Assert.Equal(JobState.Cancelled, (await again.FindJob("b"))!.State);
        Assert.True((await again.Ledger()).Closes);
        // A snapshot of it is whole too.
        await again.Close(CancellationToken.None);
        await using var last = await Open(remembered: after);
        Assert.Equal(JobState.Cancelled, (await last.FindJob("b"))!.State);
    }

    [Fact]
    public async Task Why_tells_the_decision_with_the_rule_and_the_score_in_words()
    {
        await using var node = await Open();
        await node.Register(new AgentHello("large", "agent", 24));
        await Submit(node, "a");
        var why = (await node.Why("a"))!;
        Assert.Equal("least-loaded (version 1). The site with the least load.", why.Policy);
        Assert.Equal(("large", true, 0.0), (why.Options[0].Site, why.Options[0].IsChosen, why.Options[0].Score));
        Assert.EndsWith("; score: GPUs asked for by running, waiting and arriving jobs, per working GPU", why.Options[0].Note, StringComparison.Ordinal);
        Assert.Equal(["SiteLost", "SiteLost"], why.Options.Skip(1).Select(o => o.Masked));
        await node.ActivatePolicy((await node.PublishPolicy(new PolicyChoice("round-robin", new Dictionary<string, string>()), "try", "test")).Version, "test");
        Assert.Equal("least-loaded (version 1)", (await node.Why("a"))!.Policy);
        Assert.Equal([1L, 0L], (await node.Policies()).Select(p => p.Decisions));
    }

    [Fact]
    public async Task Quotas_and_limits_are_there_when_the_node_was_lost_and_opened_again()
    {
        await using (var node = await Open())
        {
            await node.SetQuota("lab", 0, "test");
            Assert.Equal(5, (await node.ChangeSite("large", new SiteChange(GpuLimit: 5), "test"))!.GpuLimit);
        }

        await using var again = await Open();
        Assert.Equal([new TenantView("lab", 0, 0)], await again.Tenants());
        Assert.Equal(5, (await again.Sites()).Single(s => s.Name == "large").GpuLimit);
    }

    [Fact]
    public async Task A_node_whose_founding_fails_leaves_its_journal_free()
    {
        var storage = new MemoryStorage { BeforeAppend = () => throw MemoryStorage.Failure(JournalFault.Unusable) };
        await Assert.ThrowsAsync<ControlException>(() => EmbeddedNode.Open(
            storage, TestFleets.Small().Fleet, new NodeSettings(), LeastLoaded, new KnownLoad(400, 10, 1), TimeProvider.System));
        Assert.Equal(storage.Openings, storage.Closings);
    }

    [Fact]
    public async Task Only_those_are_woken_for_whom_something_changed()
    {
        var fleet = TestFleets.Small().Fleet;
        var log = new ControlPlane.Fleet.Journal.OperationBuffer();
        var node = new ControlNode(fleet, new NodeSettings(), log, 1);
        node.Found(DateTimeOffset.UnixEpoch);
        var news = new NodeNews(fleet);
        news.Tell(node);
        var (large, small, events) = (news.Tasks("large").Next, news.Tasks("small").Next, news.Events.Next);
        news.Tell(node);
        Assert.False(large.IsCompleted || events.IsCompleted);
        var rules = new NodePolicies(new KnownLoad(400, 10, 1), new DecisionSettings(), TimeProvider.System).For(node);
        node.Register(new AgentHello("large", "agent", 24), rules);
        news.Tell(node);
        await large;
        await events;
        Assert.False(small.IsCompleted);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<SubmitResult> Submit(EmbeddedNode node, string id) =>
        Assert.Single(await node.Submit([new JobSubmission { Id = id, SizeUnits = 10 }]));

    private static Task<AgentOrders> Beat(EmbeddedNode node, AgentSession session, params AgentReport[] reports) =>
        node.Beat(new AgentBeat { Site = session.Site, Epoch = session.Epoch, Reports = reports });

    private Task<EmbeddedNode> Open(PolicyChoice? first = null, int remembered = 100) => EmbeddedNode.Open(
        new JournalPlace { Folder = _folder.Path }.Storage(TimeProvider.System),
        TestFleets.Small().Fleet,
        new NodeSettings { Remembered = remembered },
        first ?? LeastLoaded,
        new KnownLoad(400, 10, 1),
        TimeProvider.System);
}
