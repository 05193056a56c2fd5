using System.Diagnostics;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Live;
using ControlPlane.Grains.Tests.Postgres;
using Xunit.Abstractions;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>R1: silos of a live region over PostgreSQL are killed, drained and lost together while jobs flow. No acknowledged job is lost, none runs twice.</summary>
[Collection(PostgresTests.Name)]
public sealed class LiveSiloTests(LiveSilos silos, ITestOutputHelper output) : IClassFixture<LiveSilos>
{
    private const double LongLeaseS = 40;
    private const double MarginS = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [PostgresFact]
    public async Task A_silo_that_is_killed_in_the_middle_of_a_run_loses_no_job_and_none_runs_twice()
    {
        await silos.Require(2);
        var region = await silos.Open(speed: 500, LongLeaseS, MarginS);
        var submitter = new Submitter(region);
        using var end = new CancellationTokenSource();
        var load = submitter.SubmitUntil(seed: 1, Pause, end.Token);
        await Insistence.Until(region.Ingresses[0].Account, a => a.Completed > 20);
        var port = await silos.Where(region.Ingresses[0]);
        await silos.Kill(all => all.Single(s => s.SiloPort == port));
        var before = submitter.Acknowledged.Count;
        // The load ends when it has been answered for a while by the silo that is left.
        await Insistence.Until(() => Task.FromResult(submitter.Acknowledged.Count), n => n > before + 100);
        await end.CancelAsync();
        await load;
        await AssertAllRanOnce(region, submitter, kills: 1);
    }

    [PostgresFact]
    public async Task Silos_that_are_killed_at_random_lose_no_job_and_none_runs_twice()
    {
        var random = new Random(1);
        await silos.Require(3);
        var region = await silos.Open(speed: 500, LongLeaseS, MarginS);
        var submitter = new Submitter(region);
        using var end = new CancellationTokenSource();
        var load = submitter.SubmitUntil(seed: 2, Pause, end.Token);
        var kills = 0;
        var since = Stopwatch.StartNew();
        // The bar kills for a minute.
        for (var most = TestScale.Pick(2, int.MaxValue); kills < most && since.Elapsed < TimeSpan.FromMinutes(1); kills++)
        {
            await Task.Delay(random.Next(1_000, 5_000));
            await Insistence.Until(() => Task.FromResult(silos.Ready), ready => ready > 1);
            await silos.Kill(all => all[random.Next(all.Count)]);
            silos.Replace();
        }

        await silos.AllStarted();
        await end.CancelAsync();
        await load;
        output.WriteLine($"{since.Elapsed.TotalSeconds:0} s of kills");
        await AssertAllRanOnce(region, submitter, kills);
    }

    [PostgresFact]
    public async Task A_silo_that_is_asked_to_stop_hands_its_jobs_over_and_no_lease_is_lost()
    {
        await silos.Require(2);
        var region = await silos.Open(speed: 500, LongLeaseS, MarginS);
        var submitter = new Submitter(region);
        using var end = new CancellationTokenSource();
        var load = submitter.SubmitUntil(seed: 3, Pause, end.Token);
        await Insistence.Until(region.Ingresses[0].Account, a => a.Completed > 20);
        var port = await silos.Where(region.Sites[0]);
        var ended = await silos.Drain(all => all.Single(s => s.SiloPort == port));
        Assert.True(ended.ExitCode == 0, ended.Error);
        var before = submitter.Acknowledged.Count;
        await Insistence.Until(() => Task.FromResult(submitter.Acknowledged.Count), n => n > before + 100);
        await end.CancelAsync();
        await load;
        await AssertAllRanOnce(region, submitter, kills: 0);
    }

    [PostgresFact]
    public async Task Jobs_whose_lease_ended_with_their_silo_may_run_again_but_count_once()
    {
        await silos.Require(2);
        // A silo cannot be found dead and its grains brought back before this lease ends, however quick the machine.
        var region = await silos.Open(speed: 500, leaseS: 0.25, marginS: 0.1);
        var submitter = new Submitter(region);
        using var end = new CancellationTokenSource();
        var load = submitter.SubmitUntil(seed: 4, Pause, end.Token);
        await Insistence.Until(region.Ingresses[0].Account, a => a.Completed > 20);
        // Some seconds each, and on GPUs when the silo of their site dies.
        var stays = await submitter.Submit(0, Enumerable.Repeat(16_000.0, 3), new SiteSetRecord(3, [0]));
        await Insistence.Until(region.Sites[0].Account, a => a.Tenants.Any(t => t.IsRunning && stays.Contains(t.Job)));
        var port = await silos.Where(region.Sites[0]);
        await silos.Kill(all => all.Single(s => s.SiloPort == port));
        var before = submitter.Acknowledged.Count;
        await Insistence.Until(() => Task.FromResult(submitter.Acknowledged.Count), n => n > before + 100);
        await end.CancelAsync();
        await load;
        var started = await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Repeated);
        output.WriteLine($"{submitter.Acknowledged.Count} jobs, {started} runs");
        Assert.True(started > submitter.Acknowledged.Count, "no lease ended");
    }

    [PostgresFact]
    public async Task Reminders_bring_a_region_back_that_nobody_calls()
    {
        await silos.Require(2);
        var region = await silos.Open(speed: 500, LongLeaseS, MarginS);
        var submitter = new Submitter(region);
        await submitter.Submit(0, Enumerable.Repeat(6_000.0, 5));
        await submitter.Submit(1, Enumerable.Repeat(6_000.0, 5));
        await Insistence.Until(() => region.Running(), running => running > 4);
        var kills = silos.Ready;
        while (silos.Ready > 0)
            await silos.Kill(all => all[0]);
        var before = await Writes();
        await silos.Require(2);
        // Nobody calls a grain of the region from here on: the sites' and ingresses' own writes show that they work.
        await Eventually.Holds("the region writes again", async () => await Writes() > before);
        await Eventually.Holds("the region is at rest", () => IsAtRest());
        foreach (var ingress in region.Ingresses)
            Assert.Equal(5, (await ingress.Account()).Completed);
        await AssertAllRanOnce(region, submitter, kills);
    }

    private async Task<long> Writes() =>
        Assert.Single(await Sql.Column<long>(silos.Database, "SELECT sum(version)::bigint FROM OrleansStorage"));

    // Longer than any of the jobs runs, and than a starved machine takes to begin the next: something would have been written.
    private async Task<bool> IsAtRest()
    {
        var before = await Writes();
        await Task.Delay(TimeSpan.FromSeconds(12));
        return await Writes() == before;
    }

    private async Task AssertAllRanOnce(LiveRegion region, Submitter submitter, int kills)
    {
        var started = await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.One);
        output.WriteLine($"{submitter.Acknowledged.Count} jobs acknowledged, {started} runs, {kills} kills");
    }
}
