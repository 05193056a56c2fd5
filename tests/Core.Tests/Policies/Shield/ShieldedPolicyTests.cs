using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Core.Tests.Policies.Shield;

public sealed class ShieldedPolicyTests
{
    private static readonly FleetModel Model = TestFleets.Small().Fleet;
    private static readonly Job AnyJob = new(new JobId(1), 0, 400, 0);
    private static readonly WorkItem Item = WorkItem.Submitted(AnyJob);

    // Site 2 is not what the fall-back chooses: it takes site 0 with one GPU.
    private static readonly Placement Sound = new(2, new Allocation(2, 1));

    private readonly FleetView _view = new(Model);
    private readonly GarbagePolicy _policy = new() { Placing = () => Sound };
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_sound_decision_passes_and_allocates_nothing()
    {
        var shield = Shield();
        Assert.Equal(Sound, shield.Place(AnyJob, _view));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            shield.Place(AnyJob, _view);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, shield.Log.Counts().Total);
    }

    [Fact]
    public void A_masked_site_is_refused_with_the_reason_of_the_mask()
    {
        _view.Report(_view.Sites[2] with { IsDraining = true, Accepting = false });
        var (done, what) = Replaced(Shield());
        Assert.Equal((0, 1), (done.Site, done.Wanted.Gpus));
        Assert.Equal((ShieldReason.InfeasibleSite, MaskReason.Draining), (what.Refusal.Reason, what.Refusal.Mask));
        Assert.Equal((Sound, AnyJob.Id, ShieldStage.Placement), (what.Said, what.Job, what.Stage));
    }

    [Fact]
    public void An_exception_is_told_by_type_and_message_and_a_long_message_is_cut()
    {
        _policy.Placing = () => throw new InvalidOperationException(new string('x', 100_000));
        var (_, what) = Replaced(Shield());
        Assert.Equal(ShieldReason.Threw, what.Refusal.Reason);
        Assert.StartsWith("InvalidOperationException: xxx", what.Refusal.Detail, StringComparison.Ordinal);
        Assert.InRange(what.Refusal.Detail!.Length, 100, 300);
    }

    [Fact]
    public void Even_the_message_of_an_exception_may_throw()
    {
        _policy.Placing = () => throw new SpitefulException();
        var (done, what) = Replaced(Shield());
        Assert.Equal(0, done.Site);
        Assert.Equal("SpitefulException: (its message threw too)", what.Refusal.Detail);
    }

    [Fact]
    public void A_late_decision_is_discarded_and_several_in_a_row_bench_the_policy_for_a_while()
    {
        var asked = 0;
        var tookS = 2.0;
        _policy.Placing = () =>
        {
            asked++;
            _clock.ElapsedS += tookS;
            return Sound;
        };
        var shield = Shield(new ShieldOptions { Clock = _clock, BudgetS = 1, MostLateInARow = 3, BenchS = 60 });
        for (var i = 0; i < 3; i++)
            Assert.Equal(ShieldReason.Late, Replaced(shield).What.Refusal.Reason);
        for (var i = 0; i < 5; i++)
            Assert.Equal((ShieldReason.Benched, null), (Replaced(shield).What.Refusal.Reason, shield.Log.Recent.Last().Said));
        Assert.Equal(3, asked);
        // On trial after the bench: one more late decision is enough.
        _clock.ElapsedS += 60;
        Assert.Equal(ShieldReason.Late, Replaced(shield).What.Refusal.Reason);
        Assert.Equal(ShieldReason.Benched, Replaced(shield).What.Refusal.Reason);
        _clock.ElapsedS += 60;
        tookS = 0.5;
        Assert.Equal(Sound, shield.Place(AnyJob, _view));
        tookS = 2;
        Assert.Equal(ShieldReason.Late, Replaced(shield).What.Refusal.Reason);
        tookS = 0.5;
        Assert.Equal(Sound, shield.Place(AnyJob, _view));
        Assert.Equal((5, 6), (shield.Log.Counts().ReplacedFor(ShieldReason.Late), shield.Log.Counts().ReplacedFor(ShieldReason.Benched)));
    }

    [Fact]
    public void A_policy_that_is_late_and_then_throws_is_benched_too()
    {
        _policy.Placing = () =>
        {
            _clock.ElapsedS += 2;
            throw new InvalidOperationException();
        };
        var shield = Shield(new ShieldOptions { Clock = _clock, BudgetS = 1, MostLateInARow = 2 });
        Assert.Equal(ShieldReason.Threw, Replaced(shield).What.Refusal.Reason);
        Assert.Equal(ShieldReason.Threw, Replaced(shield).What.Refusal.Reason);
        Assert.Equal(ShieldReason.Benched, Replaced(shield).What.Refusal.Reason);
    }

    [Fact]
    public void A_late_allocation_is_discarded()
    {
        _policy.Allocating = () =>
        {
            _clock.ElapsedS += 2;
            return new Allocation(2, 1);
        };
        var shield = Shield(new ShieldOptions { Clock = _clock, BudgetS = 1 });
        Assert.Equal(1, shield.Allocate(Item, _view.Sites[0]).Gpus);
        Assert.Equal(1, shield.Log.Counts().ReplacedFor(ShieldReason.Late));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_decision_on_an_old_report_is_stale(double nowS, bool isStale)
    {
        _view.SetTime(nowS);
        var shield = Shield(new ShieldOptions { MostReportAgeS = 100 });
        Assert.Equal(isStale ? 0 : 2, shield.Place(AnyJob, _view).Site);
        Assert.Equal(isStale ? 1 : 0, shield.Log.Counts().ReplacedFor(ShieldReason.Stale));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_decision_of_an_old_snapshot_is_stale(double nowS, bool isStale)
    {
        _view.SetTime(nowS);
        var shield = Shield(new ShieldOptions { MostSnapshotAgeS = 70 });
        Assert.Equal(Sound, shield.Place(AnyJob, _view));
        shield.SnapshotS = 30;
        Assert.Equal(isStale ? 0 : 2, shield.Place(AnyJob, _view).Site);
        _policy.Allocating = () => new Allocation(2, 1);
        Assert.Equal(isStale ? 1 : 2, shield.Allocate(Item, _view.Sites[0] with { ReportedS = nowS }).Gpus);
    }

    [Theory]
    [InlineData(90, 2, ShieldReason.None)]
    [InlineData(89, 2, ShieldReason.Stale)]
    [InlineData(100, 7, ShieldReason.InfeasibleSite)]
    public void A_decision_that_was_taken_elsewhere_is_reviewed(double decidedS, int site, ShieldReason reason)
    {
        _view.SetTime(100);
        _view.Report(_view.Sites[2] with { ReportedS = 100 });
        var shield = Shield(new ShieldOptions { MostReportAgeS = 10 });
        var done = shield.Review(AnyJob, _view, Sound with { Site = site }, decidedS);
        Assert.Equal(reason == ShieldReason.None ? 2 : 0, done.Site);
        Assert.Equal(reason == ShieldReason.None ? 0 : 1, shield.Log.Counts().ReplacedFor(reason));
    }

    [Fact]
    public void Where_the_fallback_throws_too_the_job_is_held_or_gets_one_GPU()
    {
        _policy.Placing = () => throw new InvalidOperationException();
        _policy.Allocating = () => new Allocation(-1, 0);
        var shield = new ShieldedPolicy(_view, _policy, () => _policy, new ShieldOptions());
        var (done, what) = Replaced(shield);
        Assert.Equal((Placement.Hold, ShieldReason.Threw), (done, what.FallbackRefusal.Reason));
        Assert.Equal(Model.Tables[0].Efficient(1), shield.Allocate(Item, _view.Sites[0]));
        Assert.Equal(default, shield.Allocate(Item, _view.Sites[0] with { FreeGpus = 0 }));
        Assert.Equal((3, 3), (shield.Log.Counts().Replaced, shield.Log.Counts().LastResorts));
    }

    [Fact]
    public void A_fallback_that_cannot_be_made_is_no_exception_either()
    {
        _policy.Placing = () => new Placement(9, default);
        var shield = new ShieldedPolicy(_view, _policy, () => throw new InvalidOperationException(), new ShieldOptions());
        Assert.Equal(Placement.Hold, shield.Place(AnyJob, _view));
        shield.Completed(default, 0, 1);
    }

    [Fact]
    public void What_the_fallback_leaves_to_the_site_is_one_GPU()
    {
        // DP names no GPUs when it places; the rule that is back in charge at the site might take "none" at its word.
        _policy.Placing = () => new Placement(9, default);
        Assert.Equal(1, Shield(fallback: "dp").Place(AnyJob, _view).Wanted.Gpus);
    }

    [Fact]
    public void Failing_feedback_is_caught_and_counted()
    {
        _policy.Learning = () => throw new InvalidOperationException("cannot learn");
        var shield = Shield();
        shield.Completed(new Run { Item = Item }, 0, 12);
        var what = Assert.Single(shield.Log.Recent);
        Assert.Equal((ShieldStage.Feedback, 12, AnyJob.Id, false), (what.Stage, what.TimeS, what.Job, what.IsReplacement));
        Assert.Equal((0, 1), (shield.Log.Counts().Replaced, shield.Log.Counts().CaughtFor(ShieldReason.Threw)));
    }

    [Fact]
    public void A_failing_listener_does_not_fail_the_report_and_the_others_hear_it()
    {
        _view.Subscribe(new Listener(_ => throw new InvalidOperationException()));
        var heard = -1;
        _view.Subscribe(new Listener(site => heard = site));
        Assert.Throws<InvalidOperationException>(() => _view.Report(_view.Sites[1]));
        var shield = Shield();
        _view.Report(_view.Sites[1]);
        Assert.Equal(1, heard);
        Assert.Equal(ShieldStage.Update, Assert.Single(shield.Log.Recent).Stage);
    }

    [Fact]
    public void A_property_that_throws_reads_false()
    {
        _policy.Replacing = () => throw new InvalidOperationException();
        Assert.False(Shield().ReplacesOnFinish);
        _policy.Replacing = () => true;
        Assert.True(Shield().ReplacesOnFinish);
    }

    [Fact]
    public void The_log_keeps_the_last_interventions_and_counts_all()
    {
        _policy.Placing = () => new Placement(9, default);
        var shield = Shield(new ShieldOptions { LogCapacity = 3 });
        var told = 0;
        shield.Log.Watcher = _ => told++;
        for (var i = 1; i <= 10; i++)
            shield.Place(AnyJob with { Id = new JobId(i) }, _view);
        Assert.Equal([8, 9, 10], shield.Log.Recent.Select(i => i.Job.Value));
        Assert.Equal((10, 10), (told, shield.Log.Counts().Replaced));
    }

    [Fact]
    public void An_explanation_shows_real_masks_and_only_sites_and_scores_that_exist()
    {
        _view.Report(_view.Sites[1] with { Accepting = false });
        ScoredOption[] options =
        [
            new(7, new Allocation(1, 0), 1, MaskReason.None), new(1, new Allocation(1, 0), 1, MaskReason.None),
            new(0, new Allocation(1, 99), double.NaN, MaskReason.None), new(2, new Allocation(1, 1), 3, MaskReason.NoFreeGpu),
        ];
        _policy.Explaining = () => new Explanation("rule", "score", options, []);
        var shield = Shield();
        var shown = shield.Explain(AnyJob, _view);
        Assert.Equal(
            [
                new ScoredOption(0, default, null, MaskReason.None), new ScoredOption(1, new Allocation(1, 0), null, MaskReason.QueueFull),
                new ScoredOption(2, new Allocation(1, 1), 3, MaskReason.NoFreeGpu),
            ],
            shown.Options);
        Assert.Equal(1, shield.Log.Counts().CaughtFor(ShieldReason.NotANumber));
    }

    [Fact]
    public void A_sound_explanation_passes_unchanged()
    {
        var sound = new Explanation("rule", "score", [new(2, new Allocation(1, 1), 3, MaskReason.None)], []);
        _policy.Explaining = () => sound;
        Assert.Same(sound, Shield().Explain(AnyJob, _view));
    }

    [Fact]
    public void A_failing_explanation_gives_the_masks_and_says_what_was_replaced()
    {
        _view.Report(_view.Sites[2] with { Accepting = false });
        var shield = Shield();
        shield.Place(AnyJob, _view);
        _policy.Explaining = () => null!;
        var shown = shield.Explain(AnyJob, _view);
        Assert.Equal(MaskReason.QueueFull, shown.Options.Single(o => o.Site == 2).Mask);
        Assert.Contains(shown.Notes, n => n.Value.Contains("done instead: site 0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 10, 3)]
    [InlineData(double.NaN, 10, 3)]
    [InlineData(1, double.NaN, 3)]
    [InlineData(1, 10, 0)]
    public void Limits_that_make_no_sense_are_refused(double budgetS, double benchS, int mostLate)
    {
        var options = new ShieldOptions { Clock = _clock, BudgetS = budgetS, BenchS = benchS, MostLateInARow = mostLate };
        Assert.Throws<ArgumentException>(() => Shield(options));
        Assert.Throws<ArgumentException>(() => Shield(new ShieldOptions { BudgetS = 1 }));
        Assert.Throws<ArgumentException>(() => Shield(fallback: "none such"));
    }

    private (Placement Done, Intervention What) Replaced(ShieldedPolicy shield)
    {
        var before = shield.Log.Counts().Replaced;
        var done = shield.Place(AnyJob, _view);
        Assert.Equal(before + 1, shield.Log.Counts().Replaced);
        var what = shield.Log.Recent.Last();
        Assert.Equal(done, what.Instead);
        return (done, what);
    }

    private ShieldedPolicy Shield(ShieldOptions? options = null, string? fallback = null)
    {
        var context = new PolicyContext(_view, new RandomStream(1, "policy"), null, 400, 1);
        var spec = fallback is null ? ShieldedPolicy.DefaultFallback : new PolicySpec(fallback);
        return ShieldedPolicy.Around(_policy, spec, context, new RandomStream(1, "fallback"), options);
    }

    private sealed class Listener(Action<int> heard) : IStatusListener
    {
        public void StatusChanged(int site) => heard(site);
    }

    private sealed class SpitefulException : Exception
    {
        public override string Message => throw new InvalidOperationException();
    }
}
