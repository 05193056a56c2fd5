using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>Random garbage against an oracle that knows the limits by itself.</summary>
public sealed class GarbageTests
{
    private static readonly int[] Numbers = [int.MinValue, -2, -1, 0, 1, 2, 3, 4, 5, 11, 12, 13, 24, 25, int.MaxValue];

    private static readonly FleetModel Model = TestFleets.Small().Fleet;

    private readonly RandomStream _random = new(11, "garbage");
    private readonly FleetView _view = new(Model);
    private readonly GarbagePolicy _garbage = new();

    [Fact]
    public void Placements_stand_exactly_when_they_keep_the_limits_and_else_the_fallback_decides_within_them()
    {
        var count = TestScale.Pick(20_000, 500_000);
        var shield = Shield();
        var replaced = 0L;
        for (var i = 0; i < count; i++)
        {
            ReportFrom(_random.NextBelow(Model.SiteCount), i);
            var job = new Job(new JobId(i + 1), 0, 400, i, _random.NextBelow(2) == 0 ? null : new SiteSet(3, [_random.NextBelow(3)]));
            var said = new Placement(Number(), new Allocation(Number(), Number()));
            _garbage.Placing = () => said;
            var done = shield.Place(job, _view);
            Assert.True(Keeps(job, done), $"{done} for {said}");
            if (Keeps(job, said))
            {
                Assert.Equal(said, done);
                continue;
            }

            replaced++;
            Assert.Equal((done, said), (shield.Log.Recent.Last().Instead, shield.Log.Recent.Last().Said));
            // The fall-back holds a job only when no site may take it.
            Assert.Equal(!Enumerable.Range(0, 3).Any(s => Keeps(job, new Placement(s, default))), done.IsHold);
        }

        Assert.Equal(replaced, shield.Log.Counts().Replaced);
        Assert.InRange(replaced, count / 10, count * 99L / 100);
    }

    [Fact]
    public void Allocations_stand_exactly_when_they_keep_the_limits_and_else_the_job_gets_some_that_do()
    {
        var count = TestScale.Pick(20_000, 500_000);
        var shield = Shield();
        var replaced = 0L;
        for (var i = 0; i < count; i++)
        {
            var site = ReportFrom(_random.NextBelow(Model.SiteCount), i);
            var item = WorkItem.Submitted(new Job(new JobId(i + 1), 0, 400, i)) with { Wanted = new Allocation(Number(), Number()) };
            var said = new Allocation(Number(), Number());
            _garbage.Allocating = () => said;
            var done = shield.Allocate(item, site);
            Assert.True(Keeps(site, done), $"{done} for {said}");
            if (Keeps(site, said))
            {
                Assert.Equal(said, done);
                continue;
            }

            replaced++;
            Assert.Equal(site.FreeGpus > 0, done.Gpus > 0);
        }

        Assert.Equal(replaced, shield.Log.Counts().Replaced);
        Assert.InRange(replaced, count / 10, count * 99L / 100);
    }

    private static bool Exists(int site, in Allocation allocation) =>
        allocation.ClockLevel is 0 or 1 && allocation.Gpus >= 0 && allocation.Gpus <= Model.Sites[site].MaxGpusPerJob;

    private static bool Keeps(in SiteStatus site, in Allocation allocation) =>
        allocation.Gpus == 0 || (Exists(site.Site, allocation) && allocation.Gpus <= site.FreeGpus);

    private bool Keeps(in Job job, in Placement placement)
    {
        if (placement.Site is < 0 or > 2)
            return placement.Site == -1;
        var site = _view.Sites[placement.Site];
        var takesJobs = site is { IsUp: true, IsDraining: false, Accepting: true, UpGpus: > 0 };
        return takesJobs && job.Constraint?.Contains(placement.Site) != false && Exists(placement.Site, placement.Wanted);
    }

    private ShieldedPolicy Shield()
    {
        var context = new PolicyContext(_view, new RandomStream(1, "policy"), null, 400, 1);
        return ShieldedPolicy.Around(_garbage, ShieldedPolicy.DefaultFallback, context, new RandomStream(1, "fallback"));
    }

    private SiteStatus ReportFrom(int site, double nowS)
    {
        var up = _random.NextBelow(4) > 0;
        var gpus = up ? Model.Sites[site].GpuCount : 0;
        var isDraining = _random.NextBelow(4) == 0;
        var accepting = up && !isDraining && _random.NextBelow(4) > 0;
        var status = new SiteStatus(site, gpus, _random.NextBelow(gpus + 1), 0, 0, accepting, up, isDraining, 0, nowS);
        _view.SetTime(nowS);
        _view.Report(status);
        return status;
    }

    private int Number() => Numbers[_random.NextBelow(Numbers.Length)];
}
