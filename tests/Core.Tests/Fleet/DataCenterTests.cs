using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet;

public sealed class DataCenterTests
{
    private static readonly FixedRule OneGpu = new(1);

    [Fact]
    public void Job_starts_at_once_when_a_gpu_is_free()
    {
        var site = Make(gpus: 2);
        Assert.Equal(AdmitOutcome.Started, site.Admit(Item(1, 50), OneGpu, 10, out var run));
        Assert.Equal(60, run.FinishS);
        Assert.Equal((1, 1, 0), (site.FreeGpus, site.Running, site.Queued));
    }

    [Fact]
    public void Jobs_wait_in_order_and_start_as_gpus_come_free()
    {
        var site = Make(gpus: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out var first);
        Assert.Equal(AdmitOutcome.Queued, site.Admit(Item(2, 50), OneGpu, 1, out _));
        Assert.Equal(AdmitOutcome.Queued, site.Admit(Item(3, 50), OneGpu, 2, out _));
        Assert.False(site.TryStartNext(OneGpu, 3, out _));

        Assert.True(site.TryFinish(first.Slot, first.Generation, 50, out _));
        Assert.True(site.TryStartNext(OneGpu, 50, out var second));
        Assert.Equal(2, second.Item.Job.Id.Value);
        Assert.Equal(50, second.Item.WaitedS);
        Assert.False(site.TryStartNext(OneGpu, 50, out _));
    }

    [Fact]
    public void Finish_of_an_interrupted_run_is_stale()
    {
        var site = Make(gpus: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out var run);
        site.Requeue(site.Preempt(run.Slot, 20));
        Assert.True(site.TryStartNext(OneGpu, 20, out var again));
        Assert.Equal(run.Slot, again.Slot);
        Assert.False(site.TryFinish(run.Slot, run.Generation, 50, out _));
        Assert.True(site.TryFinish(again.Slot, again.Generation, 50, out _));
    }

    [Fact]
    public void Site_asks_the_rule_exactly_when_and_about_whom_it_says_that_it_would()
    {
        var asked = new List<long>();
        var rule = new AskedRule(asked);
        foreach (var state in new Action<DataCenter>[] { _ => { }, s => s.Drain(0, []), s => s.Fail(0, [], []), s => s.FailGpu(0, 0, out _, out _) })
        {
            for (var waiting = 0; waiting <= 2; waiting++)
            {
                foreach (var runs in new[] { false, true })
                {
                    var site = Make(gpus: 1);
                    if (runs)
                        site.Admit(Item(1, 50), OneGpu, 0, out _);
                    for (var i = 0; i < waiting; i++)
                        site.Admit(Item(2 + i, 50), new FixedRule(2, exactly: true), 0, out _);
                    state(site);

                    long[] expected = site.TryPeekNext(out var next) ? [next.Job.Id.Value] : [];
                    asked.Clear();
                    site.TryStartNext(rule, 1, out _);
                    Assert.Equal(expected, asked);

                    expected = site.AsksOnArrival ? [9] : [];
                    asked.Clear();
                    site.Admit(Item(9, 50), rule, 1, out _);
                    Assert.Equal(expected, asked);
                }
            }
        }
    }

    [Fact]
    public void Energy_is_power_of_the_jobs_plus_sleep_power_of_the_free_gpus()
    {
        var site = Make(gpus: 3);
        site.Admit(Item(1, 50), new FixedRule(2, level: 1), 100, out var run);
        var serviceS = 50 * (1 + 0.01 * 2) / 2;
        Assert.Equal(100 + serviceS, run.FinishS, 12);
        site.TryFinish(run.Slot, run.Generation, run.FinishS, out _);
        var meters = site.ReadMeters(200);
        Assert.Equal(2 * 100 * serviceS, meters.RunningJ, 9);
        Assert.Equal(10 * (3 * 100 + serviceS + 3 * (100 - serviceS)), meters.SleepingJ, 9);
        Assert.Equal(2 * serviceS, meters.BusyGpuS, 9);
        Assert.Equal(600, meters.UpGpuS, 9);
    }

    [Fact]
    public void Preemption_keeps_all_work()
    {
        var site = Make(gpus: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out var run);
        var left = site.Preempt(run.Slot, 20);
        Assert.Equal(30, left.RemainingUnits, 12);
        Assert.Equal(20, left.RanS);
        Assert.Equal(0, site.LostUnits);
        Assert.Equal(20, site.UsefulUnits(20), 12);
    }

    [Theory]
    [InlineData(null, 50, 27)]
    [InlineData(0.0, 23, 0)]
    [InlineData(10.0, 30, 7)]
    public void Lost_site_throws_its_jobs_back_to_their_checkpoints(double? checkpointS, double leftUnits, double lostUnits)
    {
        var site = Make(gpus: 1, checkpointS: checkpointS);
        site.Admit(Item(1, 50), OneGpu, 0, out _);
        site.Admit(Item(2, 50), OneGpu, 0, out _);
        List<WorkItem> interrupted = [];
        List<WorkItem> evicted = [];
        site.Fail(27, interrupted, evicted);
        Assert.Equal(leftUnits, Assert.Single(interrupted).RemainingUnits, 12);
        Assert.Equal(2, Assert.Single(evicted).Job.Id.Value);
        Assert.Equal(lostUnits, site.LostUnits, 12);
        Assert.Equal((0, 0, 0.0), (site.UpGpus, site.FreeGpus, site.PowerW));
        Assert.Equal(AdmitOutcome.Refused, site.Admit(Item(3, 1), OneGpu, 28, out _));
    }

    [Fact]
    public void Lost_site_draws_nothing_until_it_is_back()
    {
        var site = Make(gpus: 2);
        site.Fail(10, [], []);
        site.Recover(110);
        Assert.Equal(2 * 10 * (10 + 5), site.ReadMeters(115).TotalJ, 12);
        Assert.Equal(2, site.FreeGpus);
    }

    [Fact]
    public void Draining_site_lets_running_jobs_finish_and_sends_waiting_ones_away()
    {
        var site = Make(gpus: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out var run);
        site.Admit(Item(2, 50), OneGpu, 0, out _);
        List<WorkItem> evicted = [];
        site.Drain(5, evicted);
        Assert.Equal(2, Assert.Single(evicted).Job.Id.Value);
        Assert.Equal(AdmitOutcome.Refused, site.Admit(Item(3, 1), OneGpu, 6, out _));
        Assert.True(site.TryFinish(run.Slot, run.Generation, 50, out _));
        site.Resume(60);
        Assert.Equal(AdmitOutcome.Started, site.Admit(Item(3, 1), OneGpu, 60, out _));
    }

    [Fact]
    public void Failing_gpu_interrupts_the_job_on_it_and_frees_the_others()
    {
        var site = Make(gpus: 4, checkpointS: 10);
        site.Admit(Item(1, 500), new FixedRule(3), 0, out _);
        Assert.True(site.FailGpu(0.5, 25, out var run, out var left));
        Assert.Equal(1, run.Item.Job.Id.Value);
        Assert.Equal(500 - 20 / ((1 + 0.03) / 3), left.RemainingUnits, 9);
        Assert.Equal((3, 3), (site.UpGpus, site.FreeGpus));
        Assert.True(site.RepairGpu(30));
        Assert.False(site.RepairGpu(30));
        Assert.Equal(4, site.FreeGpus);
    }

    [Fact]
    public void Failing_idle_gpu_interrupts_nobody()
    {
        var site = Make(gpus: 4);
        site.Admit(Item(1, 50), new FixedRule(3), 0, out _);
        Assert.False(site.FailGpu(0.99, 25, out _, out _));
        Assert.Equal((3, 0, 1), (site.UpGpus, site.FreeGpus, site.Running));
    }

    [Fact]
    public void Site_whose_last_gpu_has_failed_takes_no_jobs_until_one_is_repaired()
    {
        var site = Make(gpus: 1);
        site.FailGpu(0, 5, out _, out _);
        Assert.False(site.IsAccepting);
        Assert.Equal(AdmitOutcome.Refused, site.Admit(Item(1, 50), OneGpu, 6, out _));
        site.RepairGpu(7);
        Assert.Equal(AdmitOutcome.Started, site.Admit(Item(1, 50), OneGpu, 8, out _));
    }

    [Fact]
    public void Full_queue_refuses()
    {
        var site = Make(gpus: 1, queueLimit: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out _);
        Assert.Equal(AdmitOutcome.Queued, site.Admit(Item(2, 50), OneGpu, 0, out _));
        Assert.False(site.IsAccepting);
        Assert.Equal(AdmitOutcome.Refused, site.Admit(Item(3, 50), OneGpu, 0, out _));
    }

    [Fact]
    public void Rule_may_let_a_job_wait_for_more_gpus()
    {
        var site = Make(gpus: 4);
        var rule = new FixedRule(3, exactly: true);
        site.Admit(Item(1, 50), rule, 0, out var run);
        Assert.Equal(AdmitOutcome.Queued, site.Admit(Item(2, 50), rule, 0, out _));
        Assert.False(site.TryStartNext(rule, 1, out _));
        site.TryFinish(run.Slot, run.Generation, run.FinishS, out _);
        Assert.True(site.TryStartNext(rule, run.FinishS, out _));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(-1, 0)]
    [InlineData(1, 2)]
    [InlineData(1, -1)]
    public void Allocation_outside_the_site_is_refused_loudly(int gpus, int level)
    {
        var site = Make(gpus: 4);
        Assert.Throws<InvalidOperationException>(() => site.Admit(Item(1, 1), new RawRule(new Allocation(gpus, level)), 0, out _));
    }

    [Fact]
    public void Cancelled_jobs_leave_queue_or_gpus()
    {
        var site = Make(gpus: 1);
        site.Admit(Item(1, 50), OneGpu, 0, out _);
        site.Admit(Item(2, 50), OneGpu, 0, out _);
        site.Admit(Item(3, 50), OneGpu, 0, out _);
        Assert.True(site.TryCancel(new JobId(2), 10, out var waiting));
        Assert.Null(waiting);
        Assert.True(site.TryCancel(new JobId(1), 10, out var running));
        Assert.NotNull(running);
        Assert.False(site.TryCancel(new JobId(1), 10, out _));
        Assert.Equal((1, 1, 10.0), (site.FreeGpus, site.Queued, site.LostUnits));
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        var site = Make(gpus: 1);
        site.Drain(10, []);
        Assert.Throws<ArgumentOutOfRangeException>(() => site.Resume(9));
    }

    private static DataCenter Make(int gpus, int? queueLimit = null, double? checkpointS = null)
    {
        var spec = TestFleets.Site("site", gpus, queueLimit: queueLimit, checkpointS: checkpointS);
        return new DataCenter(0, spec, new OperatingTable(spec.Clocks, Math.Min(spec.MaxGpusPerJob, gpus), spec.Power, spec.Latency));
    }

    private static WorkItem Item(long id, double sizeUnits) => WorkItem.Submitted(new Job(new JobId(id), 0, sizeUnits, 0));

    private sealed class RawRule(Allocation allocation) : IAllocationRule
    {
        public Allocation Allocate(in WorkItem item, in SiteStatus site) => allocation;
    }
}
