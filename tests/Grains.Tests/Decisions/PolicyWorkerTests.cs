using System.Collections.Concurrent;
using System.Collections.Immutable;
using ControlPlane.Core.Tests.Policies.Planned;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>Decisions of a live region come from several workers, each with a snapshot of its own that follows coordinator and board.</summary>
[Collection(DecisionTests.Name)]
public sealed class PolicyWorkerTests(DecisionCluster cluster)
{
    private const double NowS = 1_000;
    private readonly Region _region = new(cluster);

    public static TheoryData<string> Served => [.. PolicyCatalog.All.Where(p => p.IsServedByWorkers).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Batches_are_decided_as_one_by_one_and_each_worker_counts_what_it_has_placed_itself(string policy)
    {
        SiteStatus[] reports = [Region.Idle(0, 10) with { FreeGpus = 8, Running = 4 }, Region.Idle(1, 10) with { IsDraining = true, Accepting = false }, Region.Idle(2, 10)];
        await _region.Coordinator.Configure(Region.Setup(policy));
        await _region.Report(reports);
        // A publication names its model, without the bytes.
        var published = (await _region.Coordinator.Current(0, withFleet: true))! with { Policy = Region.Setup(policy).Policy };
        // What every worker must answer: the same policy, fed with that worker's own decisions only, one by one.
        var expected = new Dictionary<string, PublishedPolicy>();
        for (var batch = 1; batch <= 12; batch++)
        {
            var request = Region.Jobs(batch, NowS + batch);
            var reply = await _region.Worker.Decide(request);
            if (!expected.TryGetValue(reply.Worker, out var twin))
            {
                expected.Add(reply.Worker, twin = new PublishedPolicy(Region.Model, published, reply.Worker));
                foreach (var report in reports)
                    twin.Report(report);
            }

            Assert.Equal(request.Jobs.Select(j => twin.Place(j.ToFleet(), request.NowS).ToWire()), reply.Placements);
            Assert.DoesNotContain(reply.Placements, p => p.Site == 1);
        }
    }

    [Fact]
    public async Task Workers_obey_the_caps_of_a_fleet_plan()
    {
        var plan = PlanSpecs.Of(Region.Model, [[0], [0], [12]]);
        await _region.Coordinator.Configure(Region.Setup("planned") with { Policy = PlanSpecs.Spec(plan).ToWire() });
        await _region.Report([.. Enumerable.Range(0, 3).Select(s => Region.Idle(s, NowS))]);
        // One GPU a job at least: three jobs fit below the cap, however many GPUs each takes.
        Assert.All((await _region.Worker.Decide(Region.Jobs(3, NowS))).Placements, p => Assert.Equal(2, p.Site));
    }

    [Fact]
    public async Task Workers_pick_up_a_new_publication_and_the_way_back()
    {
        await _region.Coordinator.Configure(Region.Setup("least-loaded"));
        Assert.Equal([4], await Wanted(publication: 1));
        await _region.Coordinator.Publish(Region.Policy("least-loaded", ("gpus", "2")), "two GPUs");
        Assert.Equal([4], await Wanted(publication: 1));
        Assert.Equal(2, await _region.Coordinator.Activate(2));
        Assert.Equal([2], await Wanted(publication: 2));
        Assert.Equal(3, await _region.Coordinator.Activate(1));
        Assert.Equal([4], await Wanted(publication: 3));
    }

    [Fact]
    public async Task Decisions_obey_the_mask_of_the_board_on_which_they_rest()
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        await _region.Worker.Decide(Region.Jobs(1, NowS));
        for (var open = 0; open < 3; open++)
        {
            var nowS = NowS + open;
            var board = await _region.Report([.. Enumerable.Range(0, 3).Select(s => s == open ? Region.Idle(s, nowS) : Region.Idle(s, nowS) with { IsDraining = true, Accepting = false })]);
            var reply = await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(8, nowS)), r => r.Board == board);
            Assert.All(reply.Placements, p => Assert.Equal(open, p.Site));
        }
    }

    [Fact]
    public async Task Runs_in_reports_correct_the_tables_of_workers()
    {
        await _region.Coordinator.Configure(Region.Setup("time-price"));
        await _region.Report(Region.Idle(0, 900), Region.Idle(1, 900), Region.Idle(2, 900));
        var before = await Score(2);
        var (table, one) = (Region.Model.Tables[2], new Allocation(1, 1));
        ImmutableArray<FinishedRunRecord> runs =
        [
            .. Enumerable.Range(0, 16).Select(i => new FinishedRun(one, 10, 910 + i - 20 * table.SecondsPerUnit(one), 910 + i, table.PowerW(one)).ToWire()),
        ];
        await _region.Board.Report(Region.Idle(2, 950).ToWire() with { LastRuns = runs });
        Assert.True(await DecisionCluster.Until(() => Score(2), s => s != before) > before);
    }

    [Fact]
    public async Task Where_no_site_takes_jobs_they_are_held()
    {
        await _region.Coordinator.Configure(Region.Setup("round-robin"));
        await _region.Report([.. Enumerable.Range(0, 3).Select(s => Region.Idle(s, NowS) with { IsUp = false, Accepting = false })]);
        Assert.All((await _region.Worker.Decide(Region.Jobs(3, NowS))).Placements, p => Assert.Equal(-1, p.Site));
    }

    [Fact]
    public async Task Workers_follow_a_board_that_was_lost_and_keep_what_they_knew()
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        var before = await _region.Report(Region.Idle(0, NowS) with { IsDraining = true, Accepting = false }, Region.Idle(2, NowS));
        var worker = (await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(1, NowS)), r => r.Board == before)).Worker;
        await _region.LoseBoard();
        // The new board knows less than the old one, under smaller numbers: of site 1 only.
        var after = await _region.Report(Region.Idle(1, NowS + 1) with { IsDraining = true, Accepting = false });
        Assert.True(after.Number < before.Number);
        var reply = await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(8, NowS + 2)), r => r.Board == after && r.Worker == worker);
        Assert.All(reply.Placements, p => Assert.Equal(2, p.Site));
    }

    [Fact]
    public async Task Workers_that_reach_nobody_decide_with_what_they_know()
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        var board = await _region.Report(Region.Idle(0, NowS) with { IsDraining = true, Accepting = false });
        var worker = (await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(1, NowS)), r => r.Board == board)).Worker;
        cluster.CutOff(_region.Name);
        await DecisionCluster.Until(() => Task.FromResult(cluster.Refused(_region.Name)), refused => refused > 10);
        var reply = await DecisionCluster.Until(Try, r => r?.Worker == worker);
        Assert.Equal((1, board), (reply!.Publication, reply.Board));
        Assert.All(reply.Placements, p => Assert.NotEqual(0, p.Site));
        cluster.Reconnect(_region.Name);
        await _region.Coordinator.Publish(Region.Policy("jointnf"), "");
        await _region.Coordinator.Activate(2);
        await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(1, NowS)), r => r.Publication == 2 && r.Worker == worker);

        // A worker that has never loaded cannot decide.
        async Task<DecisionReply?> Try()
        {
            try
            {
                return await _region.Worker.Decide(Region.Jobs(8, NowS));
            }
            catch (TimeoutException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task Many_decisions_at_once_are_served_by_several_activations_of_every_silo()
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        var workers = new ConcurrentDictionary<string, int>();
        // Batches long enough that calls meet a busy worker.
        await Task.WhenAll(Enumerable.Range(0, 128).Select(async i =>
        {
            var silo = i % 2;
            var reply = await _region.WorkerOf(silo).Decide(Region.Jobs(2_000, NowS));
            Assert.Equal(silo, workers.GetOrAdd(reply.Worker, silo));
        }));
        Assert.InRange(workers.Values.Count(silo => silo == 0), 2, 4);
        Assert.InRange(workers.Values.Count(silo => silo == 1), 2, 4);
    }

    [Fact]
    public async Task A_batch_with_a_job_that_does_not_fit_the_fleet_is_refused_as_a_whole()
    {
        await _region.Coordinator.Configure(Region.Setup("least-loaded"));
        foreach (var wrong in new[] { Region.Job(2, ingress: 2), Region.Job(2, ingress: -1), Region.Job(2, new SiteSetRecord(4, [3])) })
            await Assert.ThrowsAsync<ArgumentException>(() => _region.Worker.Decide(new DecisionRequest([Region.Job(1), wrong], NowS)));
        await Assert.ThrowsAsync<ArgumentException>(() => _region.Worker.Decide(Region.Jobs(1, double.NaN)));
        // Site 0 is the least loaded of equals: had the first job of a refused batch counted, it would not be.
        Assert.Equal(0, (await _region.Worker.Decide(Region.Jobs(1, NowS))).Placements[0].Site);
    }

    [Fact]
    public async Task A_report_of_a_site_that_the_fleet_does_not_have_hides_no_other()
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        var board = await _region.Report(Region.Idle(0, NowS) with { Site = 3 }, Region.Idle(2, NowS) with { IsDraining = true, Accepting = false });
        var reply = await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(8, NowS)), r => r.Board == board);
        Assert.All(reply.Placements, p => Assert.InRange(p.Site, 0, 1));
    }

    private async Task<double> Score(int site) => (await _region.Worker.Explain(Region.Job(1), NowS)).Options.Where(o => o.Site == site).Min(o => o.Score)!.Value;

    private async Task<IEnumerable<int>> Wanted(long publication)
    {
        var reply = await DecisionCluster.Until(() => _region.Worker.Decide(Region.Jobs(6, NowS)), r => r.Publication == publication);
        return reply.Placements.Select(p => p.Wanted.Gpus).Distinct();
    }
}
