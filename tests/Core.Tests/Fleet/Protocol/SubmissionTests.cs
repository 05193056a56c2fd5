using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class SubmissionTests
{
    private readonly ProtocolBench _bench = new(capacity: 2, remembered: 2);

    [Fact]
    public void A_submission_repeated_is_known_before_and_after_the_job_has_ended()
    {
        Assert.Equal(SubmitOutcome.Accepted, Submit(1));
        Assert.Equal(SubmitOutcome.Known, Submit(1));
        _bench.Home.Cancel(new JobId(1), 1);
        Assert.Equal(SubmitOutcome.Known, Submit(1));
        Assert.Equal(1, _bench.Home.Counts.Submitted);
    }

    [Fact]
    public void Another_job_under_a_number_that_is_taken_is_a_conflict()
    {
        Submit(1);
        Assert.Equal(SubmitOutcome.Conflict, Submit(1, units: 11));
        Assert.Equal(SubmitOutcome.Conflict, Submit(1, sites: new SiteSet(2, [0])));
        _bench.Home.Cancel(new JobId(1), 1);
        Assert.Equal(SubmitOutcome.Conflict, Submit(1, units: 11));
    }

    [Fact]
    public void A_job_that_may_run_nowhere_is_rejected_and_so_is_its_repetition()
    {
        Assert.Equal(SubmitOutcome.Rejected, Submit(1, sites: new SiteSet(2, [])));
        Assert.Equal(SubmitOutcome.Rejected, Submit(1, sites: new SiteSet(2, [])));
        Assert.Equal((1, 1), (_bench.Home.Counts.Submitted, _bench.Home.Counts.Rejected));
    }

    [Fact]
    public void A_full_home_takes_no_new_job_until_one_has_ended()
    {
        Submit(1);
        Submit(2);
        Assert.Equal(SubmitOutcome.Full, Submit(3));
        Assert.Equal(SubmitOutcome.Known, Submit(2));
        _bench.Home.Cancel(new JobId(1), 1);
        Assert.Equal(SubmitOutcome.Accepted, Submit(3));
    }

    [Fact]
    public void Only_so_many_ended_jobs_are_remembered_the_oldest_is_forgotten_first()
    {
        for (var id = 1; id <= 3; id++)
        {
            Submit(id);
            _bench.Home.Cancel(new JobId(id), 1);
        }

        Assert.Equal((SubmitOutcome.Accepted, SubmitOutcome.Known, SubmitOutcome.Known), (Submit(1), Submit(2), Submit(3)));
        Assert.Equal(CancelOutcome.Cancelled, _bench.Home.Cancel(new JobId(1), 2));
        Assert.Equal(SubmitOutcome.Accepted, Submit(2));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(1e16, 0, 0)]
    [InlineData(1, double.NaN, 0)]
    [InlineData(1, double.PositiveInfinity, 0)]
    [InlineData(1, 0, -1)]
    [InlineData(1, 0, 2)]
    public void A_job_that_could_not_be_read_back_is_refused_and_leaves_no_trace(double units, double submittedS, int ingress)
    {
        Assert.Throws<ArgumentException>(() => _bench.Home.Submit(new Job(new JobId(1), ingress, units, submittedS), Placement.Hold, 0));
        AssertUntouched();
    }

    [Fact]
    public void A_constraint_of_another_fleet_is_refused_and_leaves_no_trace()
    {
        Assert.Throws<ArgumentException>(() => Submit(1, sites: new SiteSet(3, [0])));
        AssertUntouched();
    }

    [Fact]
    public void A_placement_that_no_policy_may_make_is_refused_and_leaves_no_trace()
    {
        foreach (var placement in new[] { ProtocolBench.At(2), new Placement(0, new Allocation(-1, 0)), new Placement(0, new Allocation(1, -1)) })
            Assert.Throws<InvalidOperationException>(() => _bench.Home.Submit(ProtocolBench.MakeJob(1), placement, 0));
        AssertUntouched();
    }

    [Fact]
    public void A_rule_that_gives_no_gpu_at_a_negative_clock_is_journalled_as_no_decision()
    {
        _bench.Submit(1, 0);
        _bench.Desk.Answer(_bench.Compose(0), new FixedRule(0, level: -1), 0);
        Assert.Equal((1, 0L), (_bench.Desk.Tenants, _bench.Desk.Started));
        var copy = ProtocolBench.MakeDesk(0, new());
        OperationBuffer.ReplayAll(_bench.DeskLogs[0].Bytes.Span, copy);
        Assert.Equal(1, copy.Tenants);
    }

    private void AssertUntouched()
    {
        Assert.Equal((0, 0L), (_bench.HomeLogs[0].Count, _bench.Home.Counts.Submitted));
        Assert.Equal(SubmitOutcome.Accepted, Submit(1));
        Assert.Equal(1, _bench.HomeLogs[0].Count);
    }

    private SubmitOutcome Submit(long id, double units = 10, SiteSet? sites = null) =>
        _bench.Home.Submit(ProtocolBench.MakeJob(id, units) with { Constraint = sites }, Placement.Hold, 0);
}
