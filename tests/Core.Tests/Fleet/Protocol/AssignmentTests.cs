using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using static ControlPlane.Fleet.Protocol.AssignmentAnswer;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class AssignmentTests
{
    private readonly ProtocolBench _bench = new();

    [Fact]
    public void An_assignment_delivered_twice_is_one_job_and_gets_the_same_answer()
    {
        _bench.Submit(1, 0);
        var message = _bench.Compose(0);
        Assert.Equal([Taken], _bench.Deliver(message, 1).Assignments);
        Assert.Equal([Taken], _bench.Deliver(message, 2).Assignments);
        Assert.Equal((1, 1), (_bench.Desk.Tenants, _bench.Desk.Started));

        _bench.Advance(20);
        Assert.Equal([Taken], _bench.Deliver(message, 20).Assignments);
        Assert.Equal((0, 1), (_bench.Desk.Tenants, _bench.Desk.Started));
    }

    [Fact]
    public void An_old_copy_of_a_settled_assignment_is_stale()
    {
        _bench.Submit(1, 0);
        var old = _bench.Compose(0);
        _bench.Exchange(0);
        _bench.Advance(15);
        _bench.Report(15);
        _bench.Submit(2, 15);
        _bench.Exchange(15);
        Assert.Equal(1, _bench.Desk.Sessions.First().Answers);
        Assert.Equal([Stale], _bench.Deliver(old, 16).Assignments);
        Assert.Equal([2], _bench.Running());
    }

    [Fact]
    public void An_assignment_that_arrives_when_its_lease_is_over_has_no_effect()
    {
        _bench.Submit(1, 0);
        var late = _bench.Compose(0);
        Assert.Equal([Stale], _bench.Deliver(late, 30).Assignments);
        Assert.Equal(0, _bench.Home.ExpireLeases(34.9));
        Assert.Equal(1, _bench.Home.ExpireLeases(35));
        Assert.Equal(HomePhase.Held, _bench.Phase(1));
        Assert.Equal([Stale], _bench.Deliver(late, 40).Assignments);
        Assert.Empty(_bench.Running());
    }

    [Fact]
    public void An_assignment_of_an_old_epoch_has_no_effect_though_the_lease_runs_again()
    {
        _bench.Submit(1, 0);
        var old = _bench.Compose(0);
        _bench.Home.ExpireLeases(35);
        _bench.Home.Place(new JobId(1), ProtocolBench.At(0), 36);
        _bench.Exchange(36);
        Assert.Equal([Stale], _bench.Deliver(old with { LeaseEndS = 60 }, 37).Assignments);
        Assert.Equal(1, _bench.Desk.Started);
    }

    [Fact]
    public void A_refused_job_is_held_again_and_a_late_copy_is_still_refused()
    {
        _bench.Submit(1, 0, site: 1);
        _bench.Submit(2, 0, site: 1);
        var message = _bench.Compose(0, site: 1);
        var answer = _bench.Deliver(message, 0, site: 1);
        Assert.Equal([Taken, Refused], answer.Assignments);
        Assert.Equal(1, _bench.Home.Settle(1, message, answer, 0));
        Assert.Equal((HomePhase.Placed, HomePhase.Held), (_bench.Phase(1), _bench.Phase(2)));

        // There is room now, and the home has given the job to another site.
        _bench.Advance(20, site: 1);
        Assert.Equal([Taken, Refused], _bench.Deliver(message, 20, site: 1).Assignments);
        Assert.Empty(_bench.Running(site: 1));
    }

    [Fact]
    public void A_number_that_another_home_has_here_is_refused()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        _bench.Submit(1, 0, home: 1);
        Assert.Equal([Refused], _bench.Exchange(0, home: 1).Assignments);
        Assert.Equal((HomePhase.Placed, HomePhase.Held), (_bench.Phase(1), _bench.Phase(1, home: 1)));
    }

    [Fact]
    public void Jobs_that_wait_start_before_one_that_arrives_with_the_message_that_frees_a_gpu()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        _bench.Submit(2, 0, home: 1);
        _bench.Exchange(0, home: 1);
        _bench.Submit(3, 0);
        // As if the home had taken its jobs back meanwhile.
        var message = _bench.Compose(1);
        _bench.Deliver(message with { Epoch = message.Epoch + 1 }, 1);
        Assert.Equal([2], _bench.Running());
    }

    [Fact]
    public void Answers_to_messages_of_the_past_change_nothing()
    {
        _bench.Submit(1, 0);
        var message = _bench.Compose(0);
        var answer = _bench.Deliver(message, 0);
        _bench.Drain(1);
        Assert.Equal([], _bench.Report(1));
        _bench.Advance(15);
        Assert.Equal([true], _bench.Report(15));
        var operations = _bench.HomeLogs[0].Count;
        Assert.Equal(0, _bench.Home.Settle(0, message, answer, 16));
        Assert.Equal((operations, JobPhase.Completed), (_bench.HomeLogs[0].Count, _bench.End(1)));
    }
}
