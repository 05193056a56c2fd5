using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>A published policy as one grain holds it, without a cluster.</summary>
public sealed class PublishedPolicyTests
{
    private static readonly Job AnyJob = new(new JobId(1), 0, 400, 0);

    [Fact]
    public void What_it_has_placed_counts_until_a_report_that_is_younger_than_the_decision()
    {
        var policy = Make("least-loaded");
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => policy.Place(AnyJob, 10).Site));
        Assert.Equal(0, policy.Place(AnyJob, 11).Site);
        // Now 8 GPUs of 24 are asked for at site 0, 4 of 4 at site 1, 4 of 12 at site 2.
        policy.Report(Region.Idle(1, 10));
        Assert.NotEqual(1, policy.Place(AnyJob, 12).Site);
        policy.Report(Region.Idle(1, 10.5));
        Assert.Equal(1, policy.Place(AnyJob, 13).Site);
    }

    [Fact]
    public void A_report_covers_only_the_decisions_before_it()
    {
        var policy = Make("least-loaded");
        JobOnlyAt(policy, site: 2, nowS: 10);
        JobOnlyAt(policy, site: 2, nowS: 20);
        JobOnlyAt(policy, site: 0, nowS: 20);
        policy.Report(Region.Idle(1, 30) with { Accepting = false });
        // 4 of 24 GPUs against 8 of 12, then against 4 of 12, then against none.
        Assert.Equal(0, policy.Place(AnyJob, 30).Site);
        policy.Report(Region.Idle(2, 15));
        Assert.Equal([0, 2], Enumerable.Range(0, 2).Select(_ => policy.Place(AnyJob, 30).Site));
        policy.Report(Region.Idle(2, 31));
        Assert.Equal(2, policy.Place(AnyJob, 32).Site);
    }

    [Fact]
    public void An_older_report_changes_nothing()
    {
        var policy = Make("dp");
        policy.Report(Region.Idle(0, 20) with { Accepting = false });
        policy.Report(Region.Idle(0, 19));
        Assert.DoesNotContain(Enumerable.Range(0, 30), _ => policy.Place(AnyJob, 21).Site == 0);
        policy.Report(Region.Idle(0, 20));
        Assert.Contains(Enumerable.Range(0, 30), _ => policy.Place(AnyJob, 21).Site == 0);
    }

    [Fact]
    public void A_later_publication_keeps_what_is_known_and_an_earlier_one_changes_nothing()
    {
        var policy = Make("least-loaded");
        policy.Report(Region.Idle(2, 5) with { IsDraining = true, Accepting = false });
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(_ => policy.Place(AnyJob, 10).Site));
        Assert.True(policy.Refresh(Publication("least-loaded", 3, ("gpus", "2"))));
        Assert.Equal((3, 3), (policy.Publication, policy.Version));
        // 2 of 24 GPUs at site 0, 2 of 4 at site 1, nothing at site 2, which takes no jobs.
        var placement = policy.Place(AnyJob, 11);
        Assert.Equal((0, 2), (placement.Site, placement.Wanted.Gpus));
        policy.Report(Region.Idle(0, 12));
        policy.Report(Region.Idle(1, 12));
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(_ => policy.Place(AnyJob, 13).Site));
        Assert.False(policy.Refresh(Publication("least-loaded", 3)));
        Assert.False(policy.Refresh(Publication("least-loaded", 2)));
        Assert.Equal(2, policy.Place(AnyJob, 14).Wanted.Gpus);
    }

    [Fact]
    public void A_publication_that_this_silo_does_not_know_leaves_the_present_one()
    {
        var policy = Make("least-loaded");
        Assert.Throws<ArgumentException>(() => policy.Refresh(Publication("of-a-later-version", 2)));
        Assert.Equal(1, policy.Publication);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => policy.Place(AnyJob, 10).Site));
    }

    [Fact]
    public void A_canary_that_this_silo_does_not_know_leaves_the_present_policy_too()
    {
        var policy = Make("least-loaded");
        var later = Publication("least-loaded", 2, ("gpus", "2")) with { Canary = new CanaryRecord(3, Region.Policy("of-a-later-version"), 0.5) };
        Assert.Throws<ArgumentException>(() => policy.Refresh(later));
        Assert.Equal((1, 1), (policy.Publication, policy.Version));
        policy.Report(Region.Idle(2, 5) with { IsDraining = true, Accepting = false });
        Assert.All(Enumerable.Range(0, 4), _ => Assert.True(policy.Place(AnyJob, 10) is { Site: 0 or 1, Wanted.Gpus: 4 }));
    }

    [Fact]
    public void What_it_decided_is_to_be_told_until_it_was_told_and_what_it_decides_meanwhile_the_next_time()
    {
        var policy = Make("least-loaded");
        Assert.True(policy.Untold().IsEmpty);
        policy.Place(AnyJob, 10);
        policy.Place(AnyJob, 10);
        var told = policy.Untold();
        policy.Place(AnyJob, 11);
        Assert.Equal((2L, 3L), (told.Single().Decisions, policy.Untold().Single().Decisions));
        policy.Told(told);
        Assert.Equal(1, policy.Untold().Single().Decisions);
        policy.Told(policy.Untold());
        Assert.True(policy.Untold().IsEmpty);
    }

    [Theory]
    [InlineData("time-price")]
    [InlineData("chsac")]
    public void Completed_runs_correct_its_tables_once_each(string name)
    {
        var policy = new PublishedPolicy(Region.Model, new PublicationRecord(1, 1, Region.Setup(name).Policy, 7, 400, 16, null), "test");
        Assert.DoesNotContain(Notes(policy), n => n.Contains("telemetry", StringComparison.Ordinal));
        // The last ones of two reports overlap.
        policy.Completed(0, [.. Runs(0, 12, slower: 1.5)]);
        policy.Completed(0, [.. Runs(4, 16, slower: 1.5)]);
        // An agent that plays jobs at another clock, and what is no operating point of the site.
        policy.Completed(1, [.. Runs(0, 16, slower: 0.001)]);
        policy.Completed(2, [.. Runs(0, 16, slower: 1.5).Select(r => r with { Allocation = new Allocation(40, 0) })]);
        var note = Assert.Single(Notes(policy), n => n.Contains("telemetry", StringComparison.Ordinal));
        Assert.Matches(@"^table of large: corrected by telemetry: time x 1\.[34]\d\d, power x 1\.000, by the weight of 1[56] runs$", note);
    }

    [Fact]
    public void Every_holder_draws_numbers_of_its_own()
    {
        var sequences = new[] { "a", "b", "c" }.Select(holder =>
        {
            var policy = new PublishedPolicy(Region.Model, Publication("dp", 1), holder);
            return string.Concat(Enumerable.Range(0, 40).Select(_ => policy.Place(AnyJob, 0).Site));
        });
        Assert.Distinct(sequences);
    }

    [Fact]
    public void It_is_the_rule_at_a_site()
    {
        var policy = Make("least-loaded");
        var item = WorkItem.Submitted(AnyJob) with { Wanted = new Allocation(4, 0) };
        Assert.Equal(4, policy.Allocate(item, Region.Idle(0, 0)).Gpus);
        Assert.Equal(3, policy.Allocate(item, Region.Idle(0, 0) with { FreeGpus = 3 }).Gpus);
    }

    private static IEnumerable<string> Notes(PublishedPolicy policy) =>
        policy.Explain(AnyJob, 200, 0.5, out _).Notes.Select(n => $"{n.Key}: {n.Value}");

    private static IEnumerable<FinishedRun> Runs(int first, int end, double slower)
    {
        var table = Region.Model.Tables[0];
        var allocation = new Allocation(2, 1);
        return Enumerable.Range(first, end - first).Select(i =>
        {
            var endS = 100.0 + i;
            return new FinishedRun(allocation, 10, endS - 10 * table.SecondsPerUnit(allocation) * slower, endS, table.PowerW(allocation));
        });
    }

    private static void JobOnlyAt(PublishedPolicy policy, int site, double nowS) =>
        Assert.Equal(site, policy.Place(AnyJob with { Constraint = new SiteSet(3, [site]) }, nowS).Site);

    private static PublishedPolicy Make(string name) => new(Region.Model, Publication(name, 1), "test");

    private static PublicationRecord Publication(string name, int number, params (string Name, string Value)[] settings) =>
        new(number, number, Region.Policy(name, settings), 7, 400, 16, null);
}
