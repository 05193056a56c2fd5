using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Decisions;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Grains.Tests.Training;

/// <summary>A region whose trainer learns from what its workers decide.</summary>
public sealed class TrainerGrainTests(TrainerCluster cluster) : IClassFixture<TrainerCluster>
{
    private readonly string _region = Guid.NewGuid().ToString("N");
    private double _nowS;

    private ICoordinatorGrain Coordinator => cluster.Grains.GetGrain<ICoordinatorGrain>(_region);

    private ITrainerGrain Trainer => cluster.Grains.GetGrain<ITrainerGrain>(_region);

    [Fact]
    public async Task What_workers_decide_is_learned_and_published_and_decides_only_when_somebody_lets_it()
    {
        await Open();
        var versions = await DecisionCluster.Until(() => DecideAndLook(5), v => v.Length == 2);
        Assert.Equal(("trainer", "chsac"), (versions[1].PublishedBy, versions[1].Policy.Name));
        Assert.Matches(@"^learned from 1\d\d live decisions, held out 0\.40 % above the frontier, deciding version 0\.50 %$", versions[1].Note);
        var life = await DecisionCluster.Until(Coordinator.Life, l => l.Shadow is not null);
        Assert.Equal((1, 2), (life.Active, life.Shadow));
        var model = LearnedModels.Read((await Coordinator.Model(versions[1].Policy.Model!.Digest))!.Bytes.AsMemory());
        Assert.True(model.Card.Updates > 0);
        Assert.Equal(["policy.shadow", "policy.publish"], (await Coordinator.Audit(50)).Where(a => a.Actor == "trainer").Select(a => a.Action));
        var shown = await Trainer.Show();
        Assert.Equal((true, null), (shown.IsOn, shown.Problem));

        await Coordinator.Activate(2);
        await DecisionCluster.Until(() => cluster.Grains.GetGrain<IPolicyGrain>(_region).Decide(Region.Jobs(1, _nowS += 1)), d => d.Version == 2);
    }

    [Fact]
    public async Task Decisions_are_answered_while_the_trainers_thread_is_held_and_what_it_misses_is_counted()
    {
        await Open();
        cluster.Began.Reset();
        cluster.Release.Reset();
        await DecisionCluster.Until(() => DecideAndLook(50), _ => cluster.Began.IsSet);
        // Far more than may wait, each answered although nothing is learned meanwhile.
        var held = await DecisionCluster.Until(
            async () =>
            {
                await DecideAndLook(50);
                return await Trainer.Show();
            },
            t => t.Dropped > 200);
        Assert.Equal(0, held.Published);
        cluster.Release.Set();
        await DecisionCluster.Until(Trainer.Show, t => t.Published >= 1 && t.Waiting == 0 && t.Problem is null);
    }

    private async Task<ImmutableArray<PolicyVersionRecord>> DecideAndLook(int jobs)
    {
        await cluster.Grains.GetGrain<IPolicyGrain>(_region).Decide(Region.Jobs(jobs, _nowS += 1));
        await Report();
        return await Coordinator.Versions();
    }

    private async Task Open()
    {
        await Coordinator.Configure(Region.Setup("round-robin"));
        await Report();
    }

    // Sites that are not heard of again fill up in the trainer's eyes. Reports of the future cover every job that is sent: they stay free.
    private async Task Report()
    {
        foreach (var site in new[] { 0, 1, 2 })
            await cluster.Grains.GetGrain<IFleetBoardGrain>(_region).Report(Region.Idle(site, 1e6 + _nowS).ToWire());
    }
}
