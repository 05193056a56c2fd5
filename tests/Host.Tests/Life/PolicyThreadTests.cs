using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;
using ControlPlane.Silo.Embedded.Node.Deciding;

namespace ControlPlane.Host.Tests.Life;

/// <summary>Policies that decide on threads of their own.</summary>
public sealed class PolicyThreadTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly FleetModel Model = TestFleets.Small().Fleet;
    private static readonly Job AnyJob = new(new JobId(1), 0, 10, 0);
    private static readonly Run AnyRun = new(WorkItem.Submitted(AnyJob), new Allocation(1, 0), 1, 100, 0, 10, 0, 0);
    private readonly FleetView _view = new(Model);

    [Fact]
    public async Task A_shadow_keeps_nothing_for_a_job_that_went_elsewhere()
    {
        using var shadow = Shadow(view => new ReservingPolicy(view), Long);
        Decide(shadow);
        Decide(shadow);
        Decide(shadow);
        Assert.Equal([1, 1, 1], (await Verdicts(shadow, 3)).Select(v => v.Said.Site));
    }

    [Fact]
    public async Task A_shadow_that_stalls_again_and_again_is_no_longer_asked_and_that_is_a_failure()
    {
        using var isOver = new ManualResetEventSlim();
        using var began = new SemaphoreSlim(0);
        var made = 0;
        using var shadow = Shadow(
            _ =>
            {
                Interlocked.Increment(ref made);
                return new StallingPolicy(began, isOver);
            },
            TimeSpan.FromMilliseconds(1));
        for (var i = 0; i < PolicyThread.MostLost; i++)
        {
            Decide(shadow);
            Assert.True(await began.WaitAsync(Long));
            Assert.StartsWith("late: no answer", (await Verdicts(shadow, 1)).Single().Failure, StringComparison.Ordinal);
        }

        Decide(shadow);
        Assert.Equal("late: not asked, 4 of its threads have not come back", (await Verdicts(shadow, 1)).Single().Failure);
        Assert.Equal(PolicyThread.MostLost, made);
        isOver.Set();
        // They came back: it is asked again.
        await Eventually.Holds(() =>
        {
            Decide(shadow);
            shadow.TryFetch(out _, out _);
            return Volatile.Read(ref made) > PolicyThread.MostLost;
        });
    }

    [Fact]
    public void A_policy_is_made_before_it_is_asked()
    {
        using var isMade = new ManualResetEventSlim();
        using var policy = new ThreadedPolicy(
            "policy",
            _view,
            view =>
            {
                isMade.Set();
                return new ReservingPolicy(view);
            },
            new DecisionSettings { Patience = Long },
            TimeProvider.System);
        Assert.True(isMade.Wait(Long));
        Assert.Equal(1, policy.Place(AnyJob, _view).Site);
    }

    [Fact]
    public void A_policy_on_a_thread_hears_of_runs_in_order_before_it_decides_again()
    {
        var heard = new List<double>();
        using var policy = Threaded(new ListeningPolicy(heard.Add));
        _ = policy.Place(AnyJob, _view);
        for (var endS = 1; endS <= 100; endS++)
            policy.Completed(AnyRun, 0, endS);
        _ = policy.Place(AnyJob, _view);
        Assert.Equal(Enumerable.Range(1, 100).Select(s => (double)s), heard);
    }

    [Fact]
    public async Task What_it_throws_about_a_run_ends_neither_it_nor_the_process_and_is_counted()
    {
        using var policy = Threaded(new ListeningPolicy(_ => throw new InvalidOperationException("not today")));
        var shield = new ShieldedPolicy(_view, policy, () => new ReservingPolicy(_view), new ShieldOptions());
        _ = shield.Place(AnyJob, _view);
        await Eventually.Holds(() =>
        {
            shield.Completed(AnyRun, 0, 1);
            return shield.Log.Counts().Caught > 0;
        });
        Assert.Equal(new Placement(1, new Allocation(1, 0)), shield.Place(AnyJob, _view));
        Assert.Equal(0, shield.Log.Counts().Replaced);
    }

    private ThreadedPolicy Threaded(IPlacementPolicy policy) => new("policy", _view, _ => policy, new DecisionSettings { Patience = Long }, TimeProvider.System);

    private static async Task<IReadOnlyList<ShadowVerdict>> Verdicts(ShadowRunner shadow, int count)
    {
        List<ShadowVerdict> all = [];
        await Eventually.Holds(() =>
        {
            shadow.TryFetch(out var verdicts, out _);
            all.AddRange(verdicts);
            return all.Count >= count;
        });
        return all;
    }

    private ShadowRunner Shadow(Func<FleetView, IPlacementPolicy> make, TimeSpan patience) =>
        new(2, _view, make, meanSizeUnits: 10, new ShadowLimits { Patience = patience }, TimeProvider.System);

    private void Decide(ShadowRunner shadow) => shadow.Decided(AnyJob, null, _view, new Placement(0, new Allocation(1, 0)), []);
}
