using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>What an agent says cannot harm others, and what it says at once is heard in the order that makes sense.</summary>
public sealed class NodeAgentWordTests
{
    private readonly TestNode _test = new(TestFleets.Model(TestFleets.Site("east", 8), TestFleets.Site("west", 8)));

    [Fact]
    public void A_job_that_is_done_is_done_also_when_the_same_beat_says_that_no_gpu_is_left()
    {
        var epoch = Register("east");
        _test.Submit("a");
        var task = Assert.Single(_test.Beat("east").Tasks!);
        _test.Node.Beat(new AgentBeat { Site = "east", Epoch = epoch, Gpus = 0, Reports = [new AgentReport(1, "a", task.Token, AgentReportKind.Finished, 10)] }, _test.Rules);
        Assert.Equal(JobState.Completed, _test.Node.FindJob("a")!.State);
    }

    [Fact]
    public void A_job_whose_gpu_fails_goes_on_under_another_token()
    {
        Register("east");
        _test.Submit("a");
        var before = Assert.Single(_test.Beat("east").Tasks!);
        for (var gpus = 7; gpus >= 8 - before.Gpus - 1 && gpus > 0; gpus--)
            _test.Beat("east", gpus);
        _test.Beat("east", 1);
        var after = Assert.Single(_test.Beat("east").Tasks!);
        Assert.True(after.Gpus < before.Gpus && after.Token > before.Token, $"{before} became {after}");
        _test.Restored();
    }

    [Fact]
    public void Jobs_that_wait_where_no_gpu_is_left_go_elsewhere()
    {
        Register("east");
        foreach (var i in Enumerable.Range(0, 9))
            _test.Submit($"j{i}");
        Assert.True(Site("east").Queued > 0);
        Register("west");
        _test.Beat("east", 0);
        Assert.Equal((0, 0), (Site("east").Running, Site("east").Queued));
        Assert.True(Site("west").Running > 0);
        Assert.True(_test.Restored().Ledger().Closes);
    }

    [Fact]
    public void Jobs_that_wait_where_no_gpu_may_be_used_go_elsewhere()
    {
        Register("east");
        foreach (var i in Enumerable.Range(0, 9))
            _test.Submit($"j{i}");
        Register("west");
        var running = Site("east").Running;
        _test.Node.ChangeSite("east", new SiteChange(GpuLimit: 0), "ann", _test.Rules);
        Assert.Equal((running, 0), (Site("east").Running, Site("east").Queued));
        Assert.True(Site("west").Running > 0);
        _test.Restored();
    }

    [Theory]
    [InlineData(1e16)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void Energy_that_cannot_be_is_refused_by_name(double energyJ)
    {
        Register("east");
        _test.Submit("a");
        var refused = Assert.Throws<ControlException>(() => _test.Report("east", "a", AgentReportKind.Failed, energyJ: energyJ));
        Assert.Equal((ControlProblem.Invalid, "energyJ"), (refused.Problem, refused.Field));
    }

    [Fact]
    public void The_agent_of_another_site_cannot_say_what_a_run_took()
    {
        Register("east");
        Register("west");
        _test.Submit("a", forbidden: ["west"]);
        var token = Assert.Single(_test.Beat("east").Tasks!).Token;
        _test.Node.Cancel("a", "ann", _test.Rules);
        _test.ReportUnder("west", "a", token, AgentReportKind.Stopped, energyJ: 1e9);
        _test.ReportUnder("west", "a", 0, AgentReportKind.Stopped, energyJ: 1e9);
        Assert.True(_test.Node.FindJob("a")!.EnergyJ < 1e8);
    }

    [Fact]
    public void The_poll_of_a_session_that_is_over_is_told_nothing()
    {
        var old = Register("east");
        Register("east");
        _test.Submit("a");
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => _test.Node.Orders("east", old, 0)).Problem);
    }

    [Fact]
    public void A_job_of_an_id_that_was_forgotten_has_a_history_of_its_own()
    {
        var test = new TestNode(settings: new NodeSettings { Remembered = 1 });
        test.Submit("a", tenant: "one");
        test.Node.Cancel("a", "secret", test.Rules);
        test.Submit("b");
        test.Node.Cancel("b", "ann", test.Rules);
        test.Submit("a", tenant: "two");
        Assert.DoesNotContain(test.Node.History("a"), e => e.Detail == "secret");
    }

    [Fact]
    public void However_many_jobs_somebody_cancels_what_operators_did_stays_in_the_audit_log()
    {
        _test.Node.ChangeSite("east", new SiteChange(Draining: true), "ann", _test.Rules);
        foreach (var i in Enumerable.Range(0, 1_100))
        {
            _test.Submit($"j{i}");
            _test.Node.Cancel($"j{i}", "bob", _test.Rules);
        }

        Assert.Contains(_test.Node.Audit(10_000), a => a is { Action: "site.drain", Actor: "ann" });
        Assert.Equal("j1099", _test.Node.Audit(1).Single().Subject);
        Assert.Contains(_test.Restored().Audit(10_000), a => a.Action == "site.drain");
    }

    private long Register(string site) => _test.Register(site);

    private SiteView Site(string name) => _test.Node.Sites().Single(s => s.Name == name);
}
