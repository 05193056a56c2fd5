using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>Data centres are drained, lost and found again while jobs flow.</summary>
public sealed class DataCentreTests(LiveCluster cluster) : IClassFixture<LiveCluster>
{
    private static readonly SiteSetRecord AnySite = new(3, [0, 1, 2]);

    [Fact]
    public async Task A_data_centre_that_is_drained_finishes_what_runs_and_gives_away_what_waits()
    {
        var region = await cluster.Open("round-robin", speed: 100);
        var submitter = new Submitter(region);
        // A second each, and more than the two sites can run at once.
        await submitter.Submit(0, Enumerable.Repeat(400.0, 18), new SiteSetRecord(3, [0, 2]));
        await Insistence.Until(region.Sites[0].Account, a => a.Tenants.Any(t => !t.IsRunning));
        await region.Sites[0].Drain();
        var after = await region.Sites[0].Account();
        Assert.All(after.Tenants, t => Assert.True(t.IsRunning));
        var started = after.Started;
        await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.One);
        Assert.Equal(started, (await region.Sites[0].Account()).Started);
        await region.Sites[0].EndDrain();
        await submitter.Submit(0, [20], new SiteSetRecord(3, [0]));
        await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.One);
    }

    [Fact]
    public async Task Its_reports_tell_what_the_last_runs_took_and_drew()
    {
        var region = await cluster.Open("least-loaded", speed: 500);
        var submitter = new Submitter(region);
        await submitter.Submit(0, Enumerable.Range(0, 20).Select(i => 100.0 + i), new SiteSetRecord(3, [0]));
        await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.One);
        var board = region.Grains.GetGrain<IFleetBoardGrain>(region.Name);
        // The last of twenty, all of them over.
        var status = await Insistence.Until(
            async () => (await board.Changes(0)).Statuses.FirstOrDefault(s => s.Site == 0), s => s is { Running: 0, Queued: 0, LastRuns.IsDefault: false } && s.LastRuns.Length == 16);
        var table = region.Fleet.Tables[0];
        Assert.Equal(16, status!.LastRuns.Select(r => r.Units).Distinct().Count());
        Assert.All(status.LastRuns.Select(r => r.ToFleet()), run =>
        {
            Assert.Equal(table.SecondsPerUnit(run.Allocation), (run.EndS - run.StartS) / run.Units, 1e-6);
            Assert.Equal(table.PowerW(run.Allocation), run.PowerW, 1e-6);
            Assert.True(run.IsTelling(table));
        });
    }

    [Fact]
    public async Task Jobs_of_a_lost_data_centre_run_elsewhere_and_those_that_may_not_wait_for_it()
    {
        var region = await cluster.Open("least-loaded", speed: 500);
        var submitter = new Submitter(region);
        var load = submitter.SubmitMany(seed: 1, TestScale.Pick(300, 3_000));
        var bound = await submitter.Submit(1, Enumerable.Repeat(200.0, 20), new SiteSetRecord(3, [0]));
        for (var times = 0; times < 3; times++)
        {
            await Insistence.Until(region.Sites[0].Account, a => a.Tenants.Any(t => t.IsRunning) || load.IsCompleted);
            await region.Sites[0].Fail();
            Assert.Empty((await region.Sites[0].Account()).Tenants);
            await region.Sites[0].Recover();
        }

        await load;
        await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Interrupted);
        var states = await region.Ingresses[1].Find([.. bound]);
        Assert.All(states, s => Assert.Equal((JobStateCode.Completed, 0), (s.State, s.Site)));
    }

    [Fact]
    public async Task Jobs_that_wait_for_a_lost_data_centre_do_not_hold_up_others()
    {
        var region = await cluster.Open("least-loaded", speed: 500);
        var submitter = new Submitter(region);
        foreach (var site in region.Sites)
            await site.Fail();
        // More than an ingress looks at in one go, all of them before the one that could run elsewhere.
        for (var call = 0; call < 3; call++)
            await submitter.Submit(0, Enumerable.Repeat(20.0, 200), new SiteSetRecord(3, [0]));
        var other = await submitter.Submit(0, [20], AnySite);
        await region.Sites[2].Recover();
        await Insistence.Until(() => region.Ingresses[0].Find([.. other]), s => s[0].State == JobStateCode.Completed);
        await region.Sites[0].Recover();
        await region.Sites[1].Recover();
        await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Interrupted);
    }
}
