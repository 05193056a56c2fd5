using ControlPlane.Contract.Tests;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>A version that decides beside a region's policy without effect.</summary>
[Collection(DecisionTests.Name)]
public sealed class RegionShadowTests(DecisionCluster cluster)
{
    private readonly Region _region = new(cluster);
    private double _nowS;

    [Fact]
    public async Task What_the_shadow_would_have_done_is_counted_kept_and_ends_with_its_promotion()
    {
        await Open(AdversaryDeed.Right);
        await _region.Coordinator.Shadow(2, "ann");
        var before = (await DecisionCluster.Until(DecideAndLook, s => s!.Tally is { Compared: > 100, Scored: > 0 }))!;
        Assert.Equal((2, 0, 0, before.Tally.Compared), (before.Version, before.Tally.Failed, before.Tally.FailedInARow, before.Tally.OtherSite + before.Tally.OtherGpus));
        // It sends all jobs to the last site, where the policy sends some of them, with more GPUs.
        Assert.InRange(before.Tally.OtherSite, 1, before.Tally.Compared - 1);
        Assert.True(before.Tally.ScoreRegret > 0 && before.Tally.EnergyJ != 0, $"{before.Tally}");

        await DecisionCluster.Lose(_region.Coordinator);
        var kept = (await _region.Coordinator.ShadowStand())!;
        Assert.Equal((2, before.SinceUtc), ((await _region.Coordinator.Life()).Shadow, kept.SinceUtc));
        Assert.True(kept.Tally.Compared >= before.Tally.Compared && kept.Tally.ScoreRegret > 0, $"{before.Tally}, then {kept.Tally}");
        await DecisionCluster.Until(DecideAndLook, s => s!.Tally.Compared > kept.Tally.Compared + 100);

        var promoted = await _region.Coordinator.Promote("ann");
        Assert.Equal((2, null), (promoted.Active, promoted.Shadow));
        Assert.Null(await _region.Coordinator.ShadowStand());
        await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(1, _nowS)), d => d.Version == 2);
        Assert.Equal(["policy.promote", "policy.shadow"], (await _region.Coordinator.Audit(2)).Select(a => a.Action));
    }

    [Theory]
    [InlineData(AdversaryDeed.Throws, "the policy threw: InvalidOperationException: not today")]
    [InlineData(AdversaryDeed.NotANumber, "not a number")]
    [InlineData(AdversaryDeed.Infeasible, "infeasible site")]
    [InlineData(AdversaryDeed.Stalls, "late: no")]
    public async Task One_that_does_wrong_harms_no_decision_and_is_taken_out(object deed, string reason)
    {
        await Open((AdversaryDeed)deed);
        await _region.Coordinator.Shadow(2);
        var ended = await DecisionCluster.Until(
            async () =>
            {
                var reply = await Decide();
                Assert.All(reply.Placements, p => Assert.InRange(p.Site, 0, 2));
                Assert.Equal(1, reply.Version);
                return await _region.Coordinator.Life();
            },
            life => life.Shadow is null);
        Assert.Matches($"^2: adversary was taken out after [0-9]+ failures in a row, the last: {reason}", ended.Ended);
        Assert.Equal(1, ended.Active);
        Assert.Equal("policy.take-out", (await _region.Coordinator.Audit(1)).Single().Action);
        var counts = await DecisionCluster.Until(_region.Coordinator.Counts, c => c.Length > 0);
        Assert.Equal((1, 0L), counts.Select(c => (c.Version, c.Replaced)).Single());
    }

    [Fact]
    public async Task It_is_another_version_of_the_region_than_the_one_that_decides()
    {
        await Open(AdversaryDeed.Right);
        Assert.Equal(ProblemCode.NotFound, (await Assert.ThrowsAsync<RefusedException>(() => _region.Coordinator.Shadow(3))).Problem);
        Assert.Equal(ProblemCode.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => _region.Coordinator.Shadow(1))).Problem);
        Assert.Null(await _region.Coordinator.ShadowStand());
        var first = await _region.Coordinator.Shadow(2, "ann");
        Assert.Equal((2, first.Publication), (first.Shadow, (await _region.Coordinator.Shadow(2, "bob")).Publication));
        Assert.Equal(("ann", "2"), (await _region.Coordinator.Audit(1)).Select(a => (a.Actor, a.Subject)).Single());
        Assert.Null((await _region.Coordinator.Shadow(null)).Shadow);
        Assert.Equal(first.Publication + 1, (await _region.Coordinator.Shadow(null)).Publication);
    }

    [Fact]
    public async Task What_a_worker_told_counts_once_and_not_for_another_shadow()
    {
        await Open(AdversaryDeed.Right);
        var began = (await _region.Coordinator.Shadow(2)).Publication;
        await Tell(began, "a", 1, 5);
        await Tell(began, "a", 1, 5);
        await Tell(began, "b", 1, 7);
        await Tell(began, "a", 2, 1);
        await Tell(began - 1, "c", 1, 100);
        Assert.Equal(13, (await _region.Coordinator.ShadowStand())!.Tally.Compared);
        await _region.Coordinator.Shadow(null);
        var again = (await _region.Coordinator.Shadow(2)).Publication;
        await Tell(began, "a", 3, 1);
        await Tell(again, "a", 1, 2);
        Assert.Equal(2, (await _region.Coordinator.ShadowStand())!.Tally.Compared);
    }

    private Task Tell(long began, string worker, long number, long compared) =>
        _region.Coordinator.CountShadow(new ShadowReportRecord(began, worker, number, new ShadowTallyRecord(compared, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "")));

    private async Task<ShadowStandRecord?> DecideAndLook()
    {
        Assert.Equal(1, (await Decide()).Version);
        return await _region.Coordinator.ShadowStand();
    }

    // Reports of the future cover every job that is sent: sites stay free.
    private async Task<DecisionReply> Decide()
    {
        for (var site = 0; site < 3; site++)
            await _region.Board.Report(Region.Idle(site, 1e6 + _nowS).ToWire());
        return await _region.Worker.Decide(Region.Jobs(3, _nowS += 1));
    }

    private async Task Open(AdversaryDeed deed)
    {
        cluster.Adversary.Deed = deed;
        await _region.Coordinator.Configure(Region.Setup("round-robin"));
        await _region.Coordinator.Publish(Region.Policy("adversary") with { Model = new PolicyModel("a.model", new byte[] { 1 }).ToWire() }, "try");
    }
}
