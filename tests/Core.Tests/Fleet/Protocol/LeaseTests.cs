using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class LeaseTests
{
    private readonly ProtocolBench _bench = new();

    [Fact]
    public void A_lapse_sends_away_that_homes_jobs_and_starts_those_of_others()
    {
        _bench.Submit(1, 0, units: 100);
        _bench.Submit(2, 0, units: 100);
        _bench.Exchange(0);
        _bench.Submit(3, 5, home: 1, units: 100);
        _bench.Exchange(5, home: 1);
        Assert.Equal(30, _bench.Desk.NextEventS);
        _bench.Advance(31);
        Assert.Equal([3], _bench.Running());
        // Who ran keeps what is done, since nothing has failed.
        var reports = _bench.Desk.Reports(0, 10);
        Assert.Equal([(1, ReportKind.Returned, 30.0), (2, ReportKind.Returned, 30.0)], reports.Select(r => ((int)r.Item.Job.Id.Value, r.Kind, r.AtS)));
        Assert.InRange(reports[0].Item.RemainingUnits, 69, 71);
        Assert.Equal(100, reports[1].Item.RemainingUnits);
        Assert.Equal([true, true], _bench.Report(32));
        Assert.Equal((HomePhase.Held, HomePhase.Held), (_bench.Phase(1), _bench.Phase(2)));
    }

    [Fact]
    public void A_renewed_lease_keeps_the_jobs_at_both_ends()
    {
        _bench.Submit(1, 0, units: 100);
        _bench.Exchange(0);
        _bench.Renew(20);
        Assert.Equal(0, _bench.Home.ExpireLeases(54.9));
        _bench.Advance(49.9);
        Assert.Equal([1], _bench.Running());
        _bench.Advance(50);
        Assert.Empty(_bench.Running());
        Assert.Equal(1, _bench.Home.ExpireLeases(55));
    }

    [Fact]
    public void A_lease_of_an_old_epoch_is_not_renewed_and_its_jobs_leave()
    {
        _bench.Submit(1, 0, units: 100);
        _bench.Exchange(0);
        // The site's clock has stood still.
        _bench.Home.ExpireLeases(35);
        Assert.Null(_bench.Home.Renew(0, 1, 36));
        _bench.Renew(25);
        Assert.Empty(_bench.Running());
        Assert.Equal([false], _bench.Report(37));
        Assert.Equal(HomePhase.Held, _bench.Phase(1));
    }

    [Fact]
    public void An_answer_to_a_renewal_of_an_old_epoch_changes_nothing_at_the_site()
    {
        _bench.Submit(1, 0, units: 100);
        _bench.Exchange(0);
        _bench.Home.ExpireLeases(35);
        _bench.Home.Place(new JobId(1), ProtocolBench.At(0), 36);
        _bench.Exchange(36);
        var rule = new FixedRule(1);
        _bench.Desk.Renewed(0, 1, 1000, rule, 37);
        _bench.Desk.Fenced(0, 1, rule, 37);
        Assert.Equal([1], _bench.Running());
        Assert.Equal(66, _bench.Desk.Sessions.First().LeaseEndS);
    }

    [Fact]
    public void A_report_under_an_old_token_changes_nothing()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        _bench.Advance(20);
        _bench.Home.ExpireLeases(35);
        _bench.Home.Place(new JobId(1), ProtocolBench.At(0), 36);
        Assert.Equal([false], _bench.Report(36));
        Assert.Equal(HomePhase.Sending, _bench.Phase(1));
        _bench.Home.Place(new JobId(1), ProtocolBench.At(1), 36);
        _bench.Exchange(36);
        _bench.Advance(60);
        Assert.Equal([true], _bench.Report(60));
        Assert.Equal((JobPhase.Completed, 1, 2), (_bench.End(1), _bench.Home.Counts.Completed, _bench.Desk.Finished));
    }

    [Fact]
    public void A_site_that_answers_is_granted_the_lease_anew_and_a_silent_one_is_not()
    {
        _bench.Submit(1, 0, units: 100);
        _bench.Exchange(0);
        _bench.Submit(2, 10);
        Assert.Equal(40, _bench.Compose(10).LeaseEndS);
        Assert.Equal(40, _bench.Compose(20).LeaseEndS);
        Assert.Equal(45, _bench.Home.NextExpiryS);
    }

    [Fact]
    public void A_site_whose_clock_is_wrong_keeps_no_lease_by_answering()
    {
        _bench.Submit(1, 0);
        for (var nowS = 0; nowS < 34; nowS++)
        {
            var message = _bench.Compose(nowS);
            _bench.Home.Settle(0, message, _bench.Deliver(message, nowS + 1000), nowS);
        }

        Assert.Equal(1, _bench.Home.ExpireLeases(35));
        Assert.Equal(HomePhase.Held, _bench.Phase(1));
    }

    [Fact]
    public void What_a_home_has_promised_a_clock_that_is_set_back_does_not_take_back()
    {
        _bench.Submit(1, 100, units: 1000);
        _bench.Exchange(100);
        Assert.Equal(130, _bench.Home.Renew(0, 1, 96));
        Assert.Equal(135, _bench.Home.NextExpiryS);
    }

    [Fact]
    public void A_home_that_comes_back_waits_a_whole_lease_and_the_margin_twice()
    {
        _bench.Submit(1, 0, units: 1000);
        _bench.Exchange(0);
        var home = new JobHome(0, ProtocolBench.Model, LeaseTerms.Default, new OperationBuffer());
        OperationBuffer.ReplayAll(_bench.HomeLogs[0].Bytes.Span, home);
        Assert.Equal(double.PositiveInfinity, home.NextExpiryS);
        home.Recovered(20);
        Assert.Equal(60, home.NextExpiryS);
        Assert.Equal(1, home.ExpireLeases(60));
    }

    [Fact]
    public void A_site_that_was_away_does_what_was_due_in_the_order_in_which_it_was()
    {
        _bench.Submit(1, 0);
        _bench.Submit(2, 0, units: 100);
        _bench.Exchange(0);
        _bench.Advance(1000);
        Assert.Equal([ReportKind.Completed, ReportKind.Returned], _bench.Desk.Reports(0, 10).Select(r => r.Kind));
        Assert.Equal(30, _bench.Desk.Reports(0, 10)[1].AtS);
        Assert.InRange(_bench.Desk.Reports(0, 10)[1].Item.RanS, 19, 20.1);
    }

    [Fact]
    public void Drain_sends_waiting_jobs_back_and_lets_the_running_one_finish()
    {
        _bench.Submit(1, 0);
        _bench.Submit(2, 0);
        _bench.Exchange(0);
        _bench.Drain(1);
        Assert.Equal([true], _bench.Report(1));
        Assert.Equal((HomePhase.Placed, HomePhase.Held), (_bench.Phase(1), _bench.Phase(2)));
        _bench.Advance(20);
        Assert.Equal([true], _bench.Report(20));
        Assert.Equal(JobPhase.Completed, _bench.End(1));
    }

    [Fact]
    public void A_report_is_repeated_until_it_is_acknowledged_and_counts_once()
    {
        _bench.Submit(1, 0);
        _bench.Exchange(0);
        _bench.Advance(20);
        var report = Assert.Single(_bench.Desk.Reports(0, 10));
        Assert.True(_bench.Home.Take(0, report, 20));
        Assert.Equal([false], _bench.Report(21));
        Assert.Empty(_bench.Desk.Reports(0, 10));
        Assert.Equal(1, _bench.Home.Counts.Completed);
    }
}
