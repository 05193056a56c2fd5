using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using static ControlPlane.Fleet.Protocol.WithdrawalAnswer;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class WithdrawalTests
{
    private readonly ProtocolBench _bench = new();

    [Fact]
    public void A_held_job_is_cancelled_at_once_and_cancelling_it_again_finds_it_ended()
    {
        _bench.Home.Submit(ProtocolBench.MakeJob(1), Placement.Hold, 0);
        Assert.Equal(CancelOutcome.Cancelled, Cancel(1));
        Assert.Equal(CancelOutcome.Ended, Cancel(1));
        Assert.Equal(CancelOutcome.Unknown, Cancel(2));
    }

    [Fact]
    public void A_withdrawal_that_overtakes_its_assignment_fences_it()
    {
        _bench.Submit(1, 0);
        var assignment = _bench.Compose(0);
        Assert.Equal(CancelOutcome.Requested, Cancel(1));
        var withdrawal = _bench.Compose(1);
        Assert.Empty(withdrawal.Assignments);
        var answer = _bench.Deliver(withdrawal, 1);
        Assert.Equal([Fenced], answer.Withdrawals);
        Assert.Equal([AssignmentAnswer.Stale], _bench.Deliver(assignment, 2).Assignments);
        Assert.Equal([Fenced], _bench.Deliver(withdrawal, 3).Withdrawals);
        _bench.Home.Settle(0, withdrawal, answer, 3);
        Assert.Equal(JobPhase.Cancelled, _bench.End(1));
        Assert.Equal(0, _bench.Desk.Tenants);
    }

    [Fact]
    public void A_withdrawal_of_a_refused_job_finds_that_it_never_took_effect()
    {
        _bench.Drain(0);
        _bench.Submit(1, 0);
        _bench.Deliver(_bench.Compose(0), 0);
        Cancel(1);
        Assert.Equal([Fenced], _bench.Exchange(1).Withdrawals);
        Assert.Equal(JobPhase.Cancelled, _bench.End(1));
    }

    [Fact]
    public void A_withdrawal_of_a_finished_job_leaves_it_completed()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        Cancel(1);
        _bench.Advance(20);
        Assert.Equal([Reported], _bench.Exchange(20).Withdrawals);
        Assert.Equal([true], _bench.Report(20));
        Assert.Equal(JobPhase.Completed, _bench.End(1));
        Assert.Equal((1, 0), (_bench.Home.Counts.Completed, _bench.Home.Counts.Cancelled));
    }

    [Fact]
    public void A_withdrawn_run_is_reported_with_what_was_left_of_it()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        Cancel(1);
        Assert.Equal([Reported], _bench.Exchange(4).Withdrawals);
        var report = Assert.Single(_bench.Desk.Reports(0, 10));
        Assert.Equal((ReportKind.Withdrawn, 4.0, 1), (report.Kind, report.Item.RanS, report.Allocation.Gpus));
        Assert.InRange(report.Item.RemainingUnits, 5, 7);
        Assert.Equal([true], _bench.Report(4));
        Assert.Equal(JobPhase.Cancelled, _bench.End(1));
    }

    [Fact]
    public void When_the_site_has_heard_of_both_there_is_nothing_more_to_tell_it()
    {
        _bench.Submit(1, 0);
        _bench.Deliver(_bench.Compose(0), 0);
        Cancel(1);
        Assert.Equal([Reported], _bench.Exchange(1).Withdrawals);
        Assert.Equal(HomePhase.Placed, _bench.Phase(1));
        Assert.False(_bench.Home.HasMessage(0));
        Assert.Equal([true], _bench.Report(1));
    }

    [Fact]
    public void A_withdrawn_job_that_comes_back_is_cancelled()
    {
        _bench.Submit(1, 0);
        _bench.Submit(2, 0);
        _bench.Exchange(0);
        _bench.Drain(1);
        Cancel(2);
        Assert.Equal([true], _bench.Report(2));
        Assert.Equal((HomePhase.Placed, JobPhase.Cancelled), (_bench.Phase(1), _bench.End(2)));

        Cancel(1);
        Assert.Equal(1, _bench.Home.ExpireLeases(35));
        Assert.Equal(JobPhase.Cancelled, _bench.End(1));
    }

    private CancelOutcome Cancel(long id) => _bench.Home.Cancel(new JobId(id), 1);
}
