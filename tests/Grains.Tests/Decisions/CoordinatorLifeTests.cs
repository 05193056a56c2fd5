using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>The life of a region's policy: what the coordinator keeps and what workers make of it.</summary>
[Collection(DecisionTests.Name)]
public sealed class CoordinatorLifeTests(DecisionCluster cluster)
{
    private readonly Region _region = new(cluster);

    [Fact]
    public async Task A_life_survives_a_lost_activation_and_its_numbers_only_grow()
    {
        await Open();
        var canary = await _region.Coordinator.Canary(2, 0.25, "ann");
        await DecisionCluster.Lose(_region.Coordinator);
        var kept = await _region.Coordinator.Life();
        Assert.Equal((2L, 1, 2, 0.25), (kept.Publication, kept.Active, kept.Canary, kept.Share));
        var promoted = await _region.Coordinator.Promote("ann");
        await DecisionCluster.Lose(_region.Coordinator);
        var back = await _region.Coordinator.RollBack("ann");
        Assert.Equal([(2L, 1), (3L, 2), (4L, 1)], new[] { canary, promoted, back }.Select(l => (l.Publication, l.Active)));
        Assert.True((await _region.Coordinator.Versions())[0].IsActive);
        Assert.Equal(ProblemCode.Conflict, (await Assert.ThrowsAsync<RefusedException>(() => _region.Coordinator.RollBack())).Problem);
    }

    [Fact]
    public async Task Workers_decide_about_the_canarys_jobs_with_its_version_and_tell_how_it_does()
    {
        await Open();
        await _region.Report(Region.Idle(0, 1), Region.Idle(1, 1), Region.Idle(2, 1));
        await _region.Worker.Decide(Region.Jobs(1, 2));
        await _region.Coordinator.Canary(2, 0.5);
        await DecisionCluster.Until(() => _region.Worker.Explain(Region.Job(1), 2, place: 0.4), e => (e.Version, e.IsCanary) == (2, true));
        Assert.Equal(1, (await _region.Worker.Explain(Region.Job(1), 2, place: 0.6)).Version);
        await _region.Worker.Decide(Region.Jobs(3, 3) with { Places = [0.1, 0.2, 0.9] });
        var counts = await DecisionCluster.Until(() => _region.Coordinator.Counts(), c => c.Any(v => v.Version == 2 && v.Decisions >= 2));
        Assert.All(counts, c => Assert.Equal((0, 0), (c.Replaced, c.FailedInARow)));
        await Assert.ThrowsAsync<ArgumentException>(() => _region.Worker.Decide(Region.Jobs(3, 3) with { Places = [0.1] }));
    }

    [Fact]
    public async Task A_canary_that_workers_saw_fail_three_times_in_a_row_is_taken_out()
    {
        await Open();
        await _region.Coordinator.Canary(2, 0.5);
        await _region.Coordinator.Count([new VersionCountRecord(2, 5, 2, 2, "it threw")]);
        Assert.Equal(2, (await _region.Coordinator.Life()).Canary);
        await _region.Coordinator.Count([new VersionCountRecord(2, 5, 3, 3, "it threw")]);
        var life = await _region.Coordinator.Life();
        Assert.Equal((null, "2: least-loaded was taken out after 3 failures in a row, the last: it threw"), (life.Canary, life.Ended));
        Assert.Equal("policy.take-out", (await _region.Coordinator.Audit(1)).Single().Action);
        Assert.Equal((10, 5), (await _region.Coordinator.Counts()).Select(c => (c.Decisions, c.Replaced)).Single());
    }

    [Fact]
    public async Task The_audit_log_names_the_version_that_each_step_is_about()
    {
        await Open();
        await _region.Coordinator.Publish(Region.Policy("dp"), "another");
        await _region.Coordinator.Canary(2, 0.5);
        await _region.Coordinator.Activate(3);
        await _region.Coordinator.RollBack();
        await _region.Coordinator.Canary(null, 0);
        await _region.Coordinator.Canary(2, 0.5);
        await _region.Coordinator.Count([new VersionCountRecord(2, 3, 3, 3, "it threw")]);
        Assert.Equal(["2", "2", "2", "1", "3", "2"], (await _region.Coordinator.Audit(6)).Select(a => a.Subject));
    }

    [Fact]
    public void Models_that_no_version_decides_with_go_and_all_together_have_a_limit()
    {
        var (first, second) = (Model("a", 1_000), Model("b", 1_000));
        var kept = new CoordinatorModels().With(first, []).With(second, [Version(first)]);
        Assert.Equal("a b", Names(kept));
        var third = Model("c", 1_000);
        Assert.Equal("b c", Names(kept.With(third, [Version(second)])));
        var long1 = Model("d", (int)CoordinatorModels.MostBytes);
        Assert.Contains("'d'", Assert.Throws<ArgumentException>(() => kept.With(long1, [Version(first)])).Message, StringComparison.Ordinal);
        Assert.Equal("d", Names(kept.With(long1, [])));
    }

    private static string Names(CoordinatorModels models) => string.Join(' ', models.Models.Select(m => m.Name));

    private static ModelRecord Model(string name, int length) => new(name, name, length, [1]);

    private static PolicyVersionRecord Version(ModelRecord model) => new(1, Region.Policy("x") with { Model = model with { Bytes = [] } }, "", DateTimeOffset.UnixEpoch, false);

    private async Task Open()
    {
        await _region.Coordinator.Configure(Region.Setup("round-robin"));
        await _region.Coordinator.Publish(Region.Policy("least-loaded", ("gpus", "2")), "try");
    }
}
