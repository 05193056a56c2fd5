using ControlPlane.Fleet.Control;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>An operator limits the GPUs of a site.</summary>
public sealed class NodeLimitTests
{
    private readonly TestNode _test = new(TestFleets.Model(TestFleets.Site("only", 12)));

    [Fact]
    public void New_runs_keep_to_the_limit_running_ones_keep_their_gpus_and_raising_it_starts_those_that_wait()
    {
        _test.Register("only");
        foreach (var id in new[] { "a", "b", "c" })
            _test.Submit(id);
        Limit(6);
        _test.Report("only", "a", AgentReportKind.Finished);
        foreach (var id in new[] { "d", "e" })
            _test.Submit(id);
        // b and c have 8 of 6.
        Assert.Equal((2, 2, 6, 12), (Site.Running, Site.Queued, Site.GpuLimit, Site.UpGpus));
        _test.Report("only", "b", AgentReportKind.Finished);
        Assert.Equal((JobState.Running, 2, JobState.Queued), (_test.Node.FindJob("d")!.State, _test.Node.FindJob("d")!.Gpus, _test.Node.FindJob("e")!.State));
        Limit(12);
        Assert.Equal((3, 0, 10), (Site.Running, Site.Queued, 12 - Site.FreeGpus));
        _test.Restored();
    }

    [Fact]
    public void A_site_that_may_use_no_gpu_takes_no_job_until_it_may()
    {
        _test.Register("only");
        Limit(0);
        _test.Submit("a");
        Assert.Equal(JobState.Held, _test.Node.FindJob("a")!.State);
        Limit(1);
        Assert.Equal((JobState.Running, 1), (_test.Node.FindJob("a")!.State, _test.Node.FindJob("a")!.Gpus));
    }

    [Fact]
    public void The_limit_stays_when_the_agent_has_fewer_gpus_is_lost_or_the_site_drains()
    {
        Limit(5);
        _test.Register("only", gpus: 4);
        _test.Submit("a");
        _test.Submit("b");
        Assert.Equal((4, 5, 1, 1), (Site.UpGpus, Site.GpuLimit, Site.Running, Site.Queued));
        _test.Beat("only", gpus: 12);
        Assert.Equal((12, 5, 2), (Site.UpGpus, Site.GpuLimit, Site.Running));
        Assert.Equal([4, 1], new[] { "a", "b" }.Select(id => _test.Node.FindJob(id)!.Gpus));
        _test.Advance(100);
        _test.Node.Tick(_test.Rules);
        _test.Node.ChangeSite("only", new SiteChange(Draining: true), "ann", _test.Rules);
        _test.Register("only");
        Assert.Equal((0, 5), (Site.Running, Site.GpuLimit));
        _test.Node.ChangeSite("only", new SiteChange(Draining: false, GpuLimit: 12), "ann", _test.Rules);
        Assert.Equal((2, 12), (Site.Running, Site.GpuLimit));
    }

    [Fact]
    public void A_change_is_one_version_and_audited_and_a_change_of_nothing_is_none()
    {
        var before = Site.Version;
        _test.Node.ChangeSite("only", new SiteChange(), "ann", _test.Rules);
        _test.Node.ChangeSite("only", new SiteChange(Draining: false, GpuLimit: 12), "ann", _test.Rules);
        Assert.Equal(before, Site.Version);
        Assert.Empty(_test.Node.Audit(10));
        _test.Node.ChangeSite("only", new SiteChange(Draining: true, GpuLimit: 3), "ann", _test.Rules);
        Assert.Equal(before + 1, Site.Version);
        Assert.Equal([("site.drain", ""), ("site.limit", "3 of 12 GPUs")], _test.Node.Audit(10).Select(a => (a.Action, a.Detail)));
        foreach (var wrong in new[] { -1, 13 })
        {
            var refused = Assert.Throws<ControlException>(() => Limit(wrong));
            Assert.Equal((ControlProblem.Invalid, "gpuLimit"), (refused.Problem, refused.Field));
        }

        Assert.Equal(3, _test.Restored().Site(0).GpuLimit);
    }

    private SiteView Site => _test.Node.Site(0);

    private void Limit(int gpus) => _test.Node.ChangeSite("only", new SiteChange(GpuLimit: gpus), "ann", _test.Rules);
}
