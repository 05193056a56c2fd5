using ControlPlane.Contract.Tests;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>A shadow beside the policy of one worker, without a cluster.</summary>
public sealed class WorkerShadowTests : IDisposable
{
    private const int Decisions = 400;
    private readonly Adversary _adversary = new();
    private PublishedPolicy? _policy;

    public static TheoryData<string> Served => [.. PolicyCatalog.All.Where(p => p.IsServedByWorkers).Select(p => p.Name)];

    /// <summary>Those that choose the same when they know the same.</summary>
    public static TheoryData<string> Sure => ["round-robin", "weighted-round-robin", "least-loaded", "shortest-completion", "least-energy", "fluid", "chsac"];

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Decisions_are_the_same_with_a_shadow_that_goes_wrong_as_without_one(string name)
    {
        _adversary.Deed = AdversaryDeed.Throws;
        var alone = Day(Make(name, Adverse));
        _policy = Make(name, Adverse);
        _policy.AskShadows(new ShadowLimits(), TimeProvider.System);
        Assert.Equal(alone, Day(_policy));
        Assert.Equal(Decisions, (await Said(t => t.Failed + t.Dropped)).FailedInARow);
    }

    [Theory]
    [MemberData(nameof(Sure))]
    public async Task The_deciding_policy_as_its_own_shadow_agrees_about_everything(string name)
    {
        _policy = Make(name, Region.Setup(name).Policy);
        _policy.AskShadows(new ShadowLimits { Patience = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var placements = Day(_policy);
        Assert.True(placements.Select(p => p.Site).Distinct().Count() > 1);
        var said = await Said(t => t.Compared);
        Assert.Equal((0, 0, 0, 0), (said.OtherSite, said.OtherGpus, said.Failed, said.Dropped));
        Assert.Equal((0.0, 0.0), (said.ScoreRegret, said.CompletionS));
    }

    [Fact]
    public void What_it_is_too_slow_for_is_counted_and_delays_nobody()
    {
        _adversary.Deed = AdversaryDeed.Stalls;
        _policy = Make("least-loaded", Adverse);
        _policy.AskShadows(new ShadowLimits { Queue = 10, Patience = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        Day(_policy);
        // One is being thought about, ten wait, among them what it hears of runs.
        Assert.InRange(_policy.UntoldOfShadow()!.Tally.Dropped, Decisions - 11, Decisions - 5);
    }

    [Fact]
    public async Task A_shadow_that_comes_and_goes_leaves_what_decides_as_it_is()
    {
        _adversary.Deed = AdversaryDeed.Right;
        var alone = Make("round-robin", shadow: null);
        _policy = Make("round-robin", shadow: null);
        _policy.AskShadows(new ShadowLimits(), TimeProvider.System);
        var (first, expected) = (Day(_policy, 7), Day(alone, 7));
        Assert.Null(_policy.UntoldOfShadow());
        Assert.True(_policy.Refresh(Publication("round-robin", Adverse) with { Publication = 2 }));
        Assert.Equal([.. expected, .. Day(alone)], [.. first, .. Day(_policy)]);
        Assert.Equal(0, (await Said(t => t.Compared)).Failed);
        Assert.True(_policy.Refresh(Publication("round-robin", shadow: null) with { Publication = 3 }));
        Assert.Null(_policy.UntoldOfShadow());
        Assert.Equal((3, 1), (_policy.Publication, _policy.Version));
    }

    [Fact]
    public async Task What_it_said_is_to_be_told_unchanged_until_it_was_told()
    {
        _adversary.Deed = AdversaryDeed.Throws;
        _policy = Make("least-loaded", Adverse);
        _policy.AskShadows(new ShadowLimits(), TimeProvider.System);
        Day(_policy, 2);
        var first = await DecisionCluster.Until(() => Task.FromResult(_policy.UntoldOfShadow()), r => r is not null);
        Day(_policy, 3);
        Assert.Same(first, _policy.UntoldOfShadow());
        var (failed, failedInARow) = (first!.Tally.Failed, first.Tally.FailedInARow);
        _policy.Told(first);
        while (failed < 5)
        {
            var next = (await DecisionCluster.Until(() => Task.FromResult(_policy.UntoldOfShadow()), r => r is not null))!;
            Assert.True(next.Number > first.Number);
            (failed, failedInARow) = (failed + next.Tally.Failed, next.Tally.FailedInARow);
            _policy.Told(next);
        }

        Assert.Equal((5, 5), (failed, failedInARow));
    }

    public void Dispose()
    {
        _policy?.EndShadow();
        _adversary.Dispose();
    }

    private static PolicyRecord Adverse => Region.Policy("adversary") with { Model = new PolicyModel("a.model", new byte[] { 1 }).ToWire() };

    // Jobs of many sizes in bursts, with a report of one site after each: some are on their way, sites fill up, and runs took twice their time.
    private static List<Placement> Day(PublishedPolicy policy, int decisions = Decisions)
    {
        List<Placement> placements = [];
        for (var i = 0; i < decisions; i++)
        {
            var nowS = 10.0 + i / 5;
            placements.Add(policy.Place(new Job(new JobId(i + 1), i % 2, 50 + i * 37 % 900, nowS), nowS));
            if (i % 5 == 4)
            {
                var (site, table, one) = (i / 5 % 3, Region.Model.Tables[i / 5 % 3], new Allocation(1, 1));
                policy.Report(Region.Idle(site, nowS - 2) with { FreeGpus = i % 4, Running = i % 7 });
                policy.Completed(site, [new FinishedRun(one, 10, nowS - 2 - 20 * table.SecondsPerUnit(one), nowS - 2, table.PowerW(one))]);
            }
        }

        return placements;
    }

    private async Task<ShadowTally> Said(Func<ShadowTally, long> count)
    {
        var all = new ShadowTally();
        return await DecisionCluster.Until(
            () =>
            {
                if (_policy!.UntoldOfShadow() is { } report)
                {
                    all = all.Add(report.Tally.ToFleet());
                    _policy.Told(report);
                }

                return Task.FromResult(all);
            },
            t => count(t) >= Decisions);
    }

    private PublishedPolicy Make(string name, PolicyRecord? shadow) => new(Region.Model, Publication(name, shadow), "test", catalog: _adversary.Catalog);

    private static PublicationRecord Publication(string name, PolicyRecord? shadow) =>
        new(1, 1, Region.Setup(name).Policy, 7, 400, 16, null, Shadow: shadow is null ? null : new ShadowRecord(2, shadow, 1));
}
