using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Why a job is where it is: the decision that was taken, whatever has happened since.</summary>
public sealed class NodeDecisionTests
{
    private readonly TestNode _test = new();

    [Fact]
    public void The_decision_is_told_as_it_was_taken_although_the_fleet_has_changed()
    {
        _test.Publish("least-loaded");
        foreach (var site in new[] { "large", "small", "slow" })
            _test.Register(site);
        _test.Submit("first");
        _test.Advance(5);
        _test.Submit("second");
        _test.Advance(5);
        _test.Node.ChangeSite("slow", new SiteChange(Draining: true), "ann", _test.Rules);
        var second = _test.Node.Why("second", out var version)!;
        Assert.Equal((1, "least-loaded (version 1)", null), (version, second.Policy, second.Replaced));
        Assert.Equal(second.Job.SubmittedAt, second.DecidedAt);
        Assert.Equal([("small", true), ("slow", false), ("large", false)], second.Options.Select(o => (o.Site, o.IsChosen)));
        Assert.All(second.Options, o => Assert.Null(o.Masked));
        // The first job had taken 4 of the 24 GPUs of the large site.
        Assert.Equal([0, 0, 4.0 / 24], second.Options.Select(o => o.Score));
        Assert.Equal("4 GPUs at clock 0.5", second.Options[0].Note);
    }

    [Fact]
    public void Masked_sites_are_told_with_their_reason()
    {
        _test.Register("large");
        _test.Register("small");
        _test.Node.ChangeSite("small", new SiteChange(Draining: true), "ann", _test.Rules);
        _test.Submit("a");
        Assert.Equal([("large", null), ("small", "Draining"), ("slow", "SiteLost")], _test.Node.Why("a", out _)!.Options.Select(o => (o.Site, o.Masked)));
    }

    [Fact]
    public void A_job_that_stays_held_has_one_decision_until_the_reasons_are_others()
    {
        _test.Publish("least-loaded");
        foreach (var site in new[] { "small", "slow" })
            _test.Node.ChangeSite(site, new SiteChange(Draining: true), "ann", _test.Rules);
        _test.Register("small");
        _test.Register("large");
        _test.Submit("a", forbidden: ["large"]);
        var first = _test.Node.Why("a", out _)!;
        Assert.Equal("least-loaded (version 1): held, no site may take it", first.Policy);
        _test.Advance(1);
        _test.Node.Tick(_test.Rules);
        Assert.Equal(first.DecidedAt, _test.Node.Why("a", out _)!.DecidedAt);
        // Lost and draining is not the same as draining.
        _test.Register("slow");
        var second = _test.Node.Why("a", out _)!;
        Assert.NotEqual(first.DecidedAt, second.DecidedAt);
        Assert.Equal(["NotAllowed", "Draining", "Draining"], second.Options.Select(o => o.Masked));
        Assert.Equal(2, _test.Node.Policies().Single().Decisions);
    }

    [Fact]
    public void Of_many_sites_the_best_and_the_chosen_one_are_named_and_the_others_counted()
    {
        var sites = Enumerable.Range(0, 30).Select(i => TestFleets.Site($"s{i}", 8)).ToArray();
        var test = new TestNode(TestFleets.Model(sites));
        foreach (var site in sites.Take(20))
            test.Register(site.Name);
        test.Node.ChangeSite("s3", new SiteChange(Draining: true), "ann", test.Rules);
        test.Submit("a");
        var why = test.Node.Why("a", out _)!;
        Assert.Equal(["s0", "s1", "s2", "s4", "s5", "s6", "s7", "s8"], why.Options.Select(o => o.Site));
        Assert.Equal([("Draining", 1), ("Feasible", 11), ("SiteLost", 10)], why.Omitted!.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value)));
    }

    [Fact]
    public void What_the_shield_did_is_told_and_counted_for_its_version()
    {
        var test = new TestNode(policy: view => new ShieldedPolicy(
            view,
            new Stubborn(),
            () => PolicyCatalog.Create(ShieldedPolicy.DefaultFallback, new PolicyContext(view, new RandomStream(1, "shield"), null, 100, 1)),
            new ShieldOptions()));
        test.Publish("round-robin");
        test.Register("large");
        test.Submit("a");
        var why = test.Node.Why("a", out _)!;
        Assert.Equal("fall-back of the shield for round-robin (version 1)", why.Policy);
        Assert.StartsWith("infeasible site", why.Replaced, StringComparison.Ordinal);
        Assert.Equal("large", why.Options.Single(o => o.IsChosen).Site);
        // The placement, and the GPUs of the start.
        Assert.Equal((1, 2), (test.Node.Policies().Single().Decisions, test.Node.Policies().Single().Replaced));
        Assert.Equal(2, why.History.Count(e => e.Kind == "shielded"));
        test.Restored();
    }

    [Fact]
    public void Decisions_and_counters_come_back_from_the_journal_and_stay_with_ended_jobs()
    {
        _test.Publish("least-loaded");
        _test.Register("large");
        _test.Submit("a");
        _test.Report("large", "a", AgentReportKind.Finished);
        _test.Publish("round-robin");
        _test.Submit("b");
        var again = _test.Restored();
        Assert.Equal("least-loaded (version 1)", again.Why("a", out _)!.Policy);
        Assert.Equal("round-robin (version 2)", again.Why("b", out _)!.Policy);
        Assert.Equal([(1L, 0L), (1L, 0L)], again.Policies().Select(p => (p.Decisions, p.Replaced)));
    }

    /// <summary>Sends every job to a site that is lost and gives it more GPUs than there are.</summary>
    private sealed class Stubborn : ControlPlane.Policies.IPlacementPolicy
    {
        public Placement Place(in Job job, FleetView view) => new(2, new Allocation(1, 0));

        public Allocation Allocate(in WorkItem item, in SiteStatus site) => new(1_000, 0);

        public ControlPlane.Policies.Explanation Explain(in Job job, FleetView view) => throw new InvalidOperationException("no words");
    }
}
