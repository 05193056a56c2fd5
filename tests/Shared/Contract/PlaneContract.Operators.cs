using ControlPlane.Fleet.Control;

namespace ControlPlane.Contract.Tests;

/// <content>Policies, events, the audit log, why.</content>
public abstract partial class PlaneContract
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [Fact]
    public async Task A_policy_is_published_and_activated_and_taken_back()
    {
        var plane = await Open();
        var first = Assert.Single(await plane.Policies());
        Assert.Equal((1, "least-loaded", true), (first.Version, first.Policy.Name, first.IsActive));
        var second = await plane.PublishPolicy(new PolicyChoice("round-robin", NoSettings), "try it", Operator);
        Assert.Equal((2, "try it", Operator, false), (second.Version, second.Note, second.PublishedBy, second.IsActive));
        Assert.Equal(2, (await plane.PublishPolicy(new PolicyChoice("round-robin", NoSettings), "try it", Operator)).Version);
        Assert.True((await plane.ActivatePolicy(2, Operator))!.IsActive);
        Assert.Equal([false, true], (await plane.Policies()).Select(p => p.IsActive));
        Assert.True((await plane.ActivatePolicy(1, Operator))!.IsActive);
        Assert.Null(await plane.ActivatePolicy(3, Operator));
        await Refused(ControlProblem.Invalid, "least-loaded", () => plane.PublishPolicy(new PolicyChoice("nonsense", NoSettings), "", Operator));
    }

    [Fact]
    public async Task A_canary_decides_about_its_share_is_promoted_and_taken_back()
    {
        var plane = await Open();
        await TestAgent.Start(plane, "east");
        await plane.PublishPolicy(new PolicyChoice("round-robin", NoSettings), "", Operator);
        var first = await plane.PolicyLife();
        Assert.Equal((1, null, 0), (first.Active, first.Canary, first.Before.Count));
        var canary = await plane.CanaryPolicy(2, 1, Operator);
        Assert.Equal((1, 2, 1.0), (canary.Active, canary.Canary!.Version, canary.Canary.Share));
        Assert.Equal(canary.Publication, (await plane.CanaryPolicy(2, 1, Operator)).Publication);
        // In a cluster workers hear of it a moment later.
        await Patience.Until(
            async () =>
            {
                await Submit(plane, Job($"job-{Guid.NewGuid():N}"));
                return (await plane.PolicyLife()).Canary!.Decisions;
            },
            decisions => decisions > 0);
        var promoted = await plane.PromotePolicy(Operator);
        Assert.Equal((2, null, 1), (promoted.Active, promoted.Canary, promoted.Before.Single()));
        Assert.True(promoted.Publication > canary.Publication);
        var back = await plane.RollBackPolicy(Operator);
        Assert.Equal((1, 0), (back.Active, back.Before.Count));
        Assert.True(back.Publication > promoted.Publication);
        Assert.Equal(["policy.rollback", "policy.promote", "policy.canary"], (await plane.Audit(20)).Where(a => a.Actor == Operator).Take(3).Select(a => a.Action));
        await Refused(ControlProblem.Conflict, "no version decided before", () => plane.RollBackPolicy(Operator));
        await Refused(ControlProblem.Conflict, "neither a canary nor a shadow", () => plane.PromotePolicy(Operator));
        await Refused(ControlProblem.NotFound, "no version 7", () => plane.CanaryPolicy(7, 0.5, Operator));
        await Refused(ControlProblem.Conflict, "decides about all jobs already", () => plane.CanaryPolicy(1, 0.5, Operator));
        await Refused(ControlProblem.Invalid, "above 0 and at most 1", () => plane.CanaryPolicy(2, 1.5, Operator));
    }

    [Fact]
    public async Task A_shadow_watches_without_effect_and_is_promoted()
    {
        var plane = await Open();
        await TestAgent.Start(plane, "east");
        await plane.PublishPolicy(new PolicyChoice("round-robin", new Dictionary<string, string> { ["clock"] = "max" }), "", Operator);
        var began = await plane.ShadowPolicy(2, Operator);
        Assert.Equal((1, 2, 0), (began.Active, began.Shadow!.Version, began.Shadow.Compared));
        Assert.Equal(began.Publication, (await plane.ShadowPolicy(2, Operator)).Publication);
        // In a cluster workers hear of it a moment later.
        var watched = (await Patience.Until(
            async () =>
            {
                await Submit(plane, Job($"job-{Guid.NewGuid():N}"));
                return (await plane.PolicyLife()).Shadow!;
            },
            s => s.Compared > 1))!;
        // There is one site with an agent, and another clock.
        Assert.Equal((0, watched.Compared, 0), (watched.OtherSite, watched.OtherGpus, watched.Failed));
        Assert.True(watched is { EnergyJ: not 0, ScoreRegret: 0, LastFailure: null }, $"{watched}");
        Assert.Equal(0, (await plane.Policies())[1].Decisions);
        await Refused(ControlProblem.NotFound, "no version 7", () => plane.ShadowPolicy(7, Operator));
        await Refused(ControlProblem.Conflict, "beside itself", () => plane.ShadowPolicy(1, Operator));
        var promoted = await plane.PromotePolicy(Operator);
        Assert.Equal((2, null), (promoted.Active, promoted.Shadow));
        Assert.Null((await plane.ShadowPolicy(null, Operator)).Shadow);
        Assert.Equal(["policy.promote", "policy.shadow"], (await plane.Audit(20)).Where(a => a.Actor == Operator).Take(2).Select(a => a.Action));
    }

    [Fact]
    public async Task Events_tell_the_life_of_a_job_in_order_and_go_on_from_any_number()
    {
        var plane = await Open();
        await Submit(plane, Job("a"));
        var east = await TestAgent.Start(plane, "east");
        await east.Report(await east.Told("a"), AgentReportKind.Finished);
        await State(plane, "a", JobState.Completed);
        var events = await Read(plane, 0, e => e is { Job: "a", Kind: "completed" });
        // Held again where the site that was tried does not answer for a while.
        Assert.Equal(["submitted", "held", "started", "completed"], events.Where(e => e.Job == "a").Select(e => e.Kind).Distinct());
        Assert.Equal("east", events.Single(e => e.Kind == "started").Site);
        Assert.Contains(events, e => e is { Kind: "agent-registered", Site: "east" });
        Assert.Equal(events.Select(e => e.Number).Order(), events.Select(e => e.Number));
        Assert.Equal(events.Count, events.DistinctBy(e => e.Number).Count());
        await Submit(plane, Job("b"));
        var later = await Read(plane, events[^1].Number, e => e.Job == "b");
        Assert.DoesNotContain(later, e => e.Job == "a" || e.Kind == "missed");
    }

    [Fact]
    public async Task What_operators_do_is_noted_the_newest_first()
    {
        var plane = await Open();
        await Submit(plane, Job("a"));
        await plane.ChangeSite("west", new SiteChange(Draining: true), "ann");
        await plane.PublishPolicy(new PolicyChoice("round-robin", NoSettings), "", "bob");
        await plane.ActivatePolicy(2, "bob");
        await plane.CancelJob("a", "cid");
        Assert.True(await plane.Note("dan", "key.add", "ops", "viewer"));
        var audit = await plane.Audit(5);
        Assert.Equal(
            [("dan", "key.add", "ops"), ("cid", "job.cancel", "a"), ("bob", "policy.activate", "2"), ("bob", "policy.publish", "2"), ("ann", "site.drain", "west")],
            audit.Select(a => (a.Actor, a.Action, a.Subject)));
        Assert.Equal(audit.Select(a => a.Number).OrderDescending(), audit.Select(a => a.Number));
    }

    [Fact]
    public async Task Why_shows_every_site_the_chosen_one_and_what_happened()
    {
        var plane = await Open();
        Assert.Null(await plane.Why("nobody"));
        var east = await TestAgent.Start(plane, "east");
        await Submit(plane, Job("a") with { ForbiddenSites = ["west"] });
        await east.Told("a");
        var why = (await plane.Why("a"))!;
        Assert.Contains("least-loaded", why.Policy, StringComparison.Ordinal);
        Assert.Equal(["east", "west"], why.Options.Select(o => o.Site).Order());
        Assert.True(why.Options.Single(o => o.Site == "east").IsChosen);
        Assert.NotNull(why.Options.Single(o => o.Site == "west").Masked);
        Assert.Equal("submitted", why.History[0].Kind);
        Assert.Contains(why.History, e => e.Kind == "started");
    }

    [Fact]
    public async Task A_host_says_that_it_is_ready_and_what_it_has()
    {
        var plane = await Open();
        await Submit(plane, Job("a"));
        var host = await plane.Host();
        Assert.True(host.IsReady, host.Detail);
        Assert.Equal(Fleet.Ingresses, host.Ingresses);
        Assert.Equal((1, 2_000), (host.Live, host.Capacity));
    }

    private static async Task<List<ControlEvent>> Read(IControlPlane plane, long after, Func<ControlEvent, bool> isLast)
    {
        List<ControlEvent> read = [];
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var entry in plane.Events(after, end.Token))
        {
            read.Add(entry);
            if (isLast(entry))
                break;
        }

        return read;
    }
}
