using ControlPlane.Fleet.Control;

namespace ControlPlane.Contract.Tests;

/// <content>Sites and their agents.</content>
public abstract partial class PlaneContract
{
    [Fact]
    public async Task A_job_runs_where_an_agent_is_and_ends_with_its_report()
    {
        var plane = await Open();
        await Submit(plane, Job("a"));
        Assert.Equal(JobState.Held, (await plane.FindJob("a"))!.State);
        var west = await TestAgent.Start(plane, "west");
        var task = await west.Told("a");
        var running = (await State(plane, "a", JobState.Running))!;
        Assert.Equal(("west", 1, 1, 1_000.0), (running.Site, running.Gpus, running.Attempts, task.Units));
        Assert.NotNull(running.StartedAt);
        Assert.Equal(1, (await west.Report(task, AgentReportKind.Finished)).Confirmed);
        var done = (await State(plane, "a", JobState.Completed))!;
        Assert.Equal(("west", 1, 0.0, 1), (done.Site, done.Gpus, done.RemainingUnits, done.Attempts));
        Assert.True(done.EndedAt >= done.StartedAt && done.Version > running.Version && done.EnergyJ > 0);
        Assert.Equal(1, (await Closed(plane)).Completed);
        var site = (await plane.Sites()).Single(s => s.Name == "west");
        Assert.Equal((true, "agent", 2, 2, 1), (site.IsConnected, site.Agent, site.UpGpus, site.FreeGpus, (int)site.Finished));
    }

    [Fact]
    public async Task Reports_that_come_again_or_too_late_change_nothing()
    {
        var plane = await Open();
        var east = await TestAgent.Start(plane, "east");
        await Submit(plane, Job("a"));
        var task = await east.Told("a");
        var report = new AgentReport(1, "a", task.Token, AgentReportKind.Finished, task.Units);
        await east.Beat(report with { Token = task.Token + 1_000 });
        Assert.Equal(JobState.Running, (await plane.FindJob("a"))!.State);
        await east.Beat(report with { Number = 2 });
        await east.Beat(report with { Number = 2 });
        await State(plane, "a", JobState.Completed);
        Assert.Equal(1, (await Closed(plane)).Completed);
    }

    [Fact]
    public async Task Jobs_of_an_agent_that_falls_silent_run_elsewhere_once()
    {
        var plane = await Open(agentLeaseS: 2);
        var east = await TestAgent.Start(plane, "east");
        await Submit(plane, Job("a"));
        var first = await east.Told("a");
        var west = await TestAgent.Start(plane, "west");
        var second = await west.Told("a");
        Assert.True(second.Token > first.Token || second.Token != first.Token);
        Assert.False((await plane.Sites()).Single(s => s.Name == "east").IsConnected);
        var refused = await Assert.ThrowsAsync<ControlException>(() => east.Report(first, AgentReportKind.Finished));
        Assert.Equal(ControlProblem.Conflict, refused.Problem);
        Assert.Equal("west", (await plane.FindJob("a"))!.Site);
        await west.Report(second, AgentReportKind.Finished);
        var done = (await State(plane, "a", JobState.Completed))!;
        Assert.Equal(("west", 2), (done.Site, done.Attempts));
        Assert.Equal(1, (await Closed(plane)).Completed);
    }

    [Fact]
    public async Task A_job_that_fails_as_often_as_it_may_is_given_up()
    {
        var plane = await Open();
        var east = await TestAgent.Start(plane, "east");
        await Submit(plane, Job("bad"));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var task = await east.Told("bad");
            await east.Report(task, AgentReportKind.Failed, "out of memory");
        }

        await State(plane, "bad", JobState.Failed);
        Assert.Equal((1, 0, 0), ((int)(await Closed(plane)).Failed, (int)(await plane.Ledger()).Cancelled, (await east.Beat()).Tasks?.Count ?? 0));
    }

    [Fact]
    public async Task A_site_that_drains_finishes_what_runs_and_gives_away_what_waits()
    {
        var plane = await Open();
        var east = await TestAgent.Start(plane, "east");
        // One after the other: what is held until workers know of the agent is not placed in the order of submission.
        foreach (var running in new[] { "job-0", "job-1" })
        {
            await Submit(plane, Job(running));
            await east.Told(running);
        }

        await Submit(plane, Job("job-2"));
        await State(plane, "job-2", JobState.Queued);
        var changed = (await plane.ChangeSite("east", new SiteChange(Draining: true, ExpectedVersion: 0), Operator))!;
        Assert.Equal((true, 1L), (changed.IsDraining, changed.Version));
        var stale = await Assert.ThrowsAsync<ControlException>(() => plane.ChangeSite("east", new SiteChange(Draining: false, ExpectedVersion: 0), Operator));
        Assert.Equal(ControlProblem.Conflict, stale.Problem);
        await State(plane, "job-2", JobState.Held);
        Assert.Equal(2, (await plane.Sites()).Single(s => s.Name == "east").Running);
        await plane.ChangeSite("east", new SiteChange(Draining: false), Operator);
        await State(plane, "job-2", JobState.Queued);
        await east.FinishAll();
        await east.Told("job-2");
        Assert.Null(await plane.ChangeSite("north", new SiteChange(Draining: true), Operator));
    }

    [Fact]
    public async Task Agents_that_do_not_fit_are_refused_with_the_reason()
    {
        var plane = await Open();
        await TestAgent.Start(plane, "east", name: "first");
        await Refused(ControlProblem.NotFound, "west", () => plane.Register(new AgentHello("north", "agent", 1)));
        await Refused(ControlProblem.Invalid, "2", () => plane.Register(new AgentHello("west", "agent", 3)));
        await Refused(ControlProblem.Conflict, "first", () => plane.Register(new AgentHello("east", "second", 1)));
        var again = await TestAgent.Start(plane, "east", name: "first");
        Assert.Equal(2, again.Session.Epoch);
        await Refused(ControlProblem.Conflict, "register again", () => plane.Beat(new AgentBeat { Site = "east", Epoch = 1 }));
    }

    [Fact]
    public async Task A_beat_that_waits_is_answered_when_there_is_something_to_do()
    {
        var plane = await Open();
        var east = await TestAgent.Start(plane, "east");
        var known = (await east.Beat()).Version;
        var waiting = plane.Beat(new AgentBeat { Site = "east", Epoch = east.Session.Epoch, KnownVersion = known, WaitS = 10 });
        await Submit(plane, Job("a"));
        Assert.Equal("a", Assert.Single((await waiting).Tasks!).Job);
    }

    [Fact]
    public async Task Preferred_sites_come_first_while_they_can()
    {
        var plane = await Open();
        var west = await TestAgent.Start(plane, "west");
        await Submit(plane, Job("probe"));
        await west.Told("probe");
        // Whoever knows of east knows of west, which reported before it.
        var east = await TestAgent.Start(plane, "east");
        for (var i = 0; i < 4; i++)
            await Submit(plane, Job($"job-{i}") with { PreferredSites = ["west"] });
        for (var i = 0; i < 4; i++)
            await Patience.Until(() => plane.FindJob($"job-{i}"), j => j!.Site == "west");
        Assert.Empty((await east.Beat()).Tasks ?? []);
    }

    [Fact]
    public async Task Held_jobs_of_greater_priority_go_first()
    {
        var plane = await Open();
        // These have one home also where a hash of the id chooses it: homes do not know of each other's jobs.
        foreach (var (id, priority) in new[] { ("low-1", 1), ("low-2", 1), ("first", 9), ("fourth", 4) })
            await Submit(plane, Job(id) with { AllowedSites = ["east"], Priority = priority });
        var east = await TestAgent.Start(plane, "east");
        await east.Told("first");
        await east.Told("fourth");
        await State(plane, "low-1", JobState.Queued);
        await State(plane, "low-2", JobState.Queued);
    }

    private static async Task Refused(ControlProblem problem, string because, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<ControlException>(call);
        Assert.Equal(problem, refused.Problem);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }
}
