using ControlPlane.Client.Node.Agents;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class AgentCoreTests
{
    private const double LeaseS = 30;
    private readonly AgentCore _agent = new("east", new AgentSettings());

    [Fact]
    public void It_starts_what_it_is_told_and_reports_the_end_by_the_clock()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 4, secondsPerUnit: 2));
        Assert.Equal(["Started a"], Reports(_agent.Beat(0)));
        Assert.Equal(7.5, _agent.Beat(0).WaitS);
        _agent.Advance(7.9);
        Assert.Equal(("a", 1), Assert.Single(_agent.Running));
        Assert.Equal(0.1, _agent.Beat(7.9).WaitS, 9);
        _agent.Advance(8);
        Assert.Empty(_agent.Running);
        Assert.Equal(["Started a", "Finished a"], Reports(_agent.Beat(8)));
        Assert.Equal(4, _agent.Beat(8).Reports[1].DoneUnits);
    }

    [Fact]
    public void Speed_makes_it_faster()
    {
        var agent = new AgentCore("east", new AgentSettings(Speed: 60));
        agent.Begin(new AgentSession("east", 1, LeaseS), 0);
        agent.Take(new AgentOrders(1, [Task("a", units: 60, secondsPerUnit: 2)], 0), 0, 0);
        agent.Advance(2);
        Assert.Equal(1, agent.Tally.Finished);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(60, 12_000.0)]
    public void Work_that_is_played_faster_takes_the_same_energy(double speed, double? energyJ)
    {
        var agent = new AgentCore("east", new AgentSettings(Speed: speed));
        agent.Begin(new AgentSession("east", 1, LeaseS: 1000), 0);
        agent.Take(new AgentOrders(1, [Task("a", units: 60, secondsPerUnit: 2)], 0), 0, 0);
        agent.Advance(500);
        Assert.Equal(energyJ, agent.Beat(500).Reports.Single(r => r.Kind == AgentReportKind.Finished).EnergyJ);
    }

    [Fact]
    public void Being_told_twice_has_the_effect_of_once()
    {
        Begin();
        Told(1, nowS: 0, Task("a"));
        Told(1, nowS: 1, Task("a"));
        Assert.Equal(1, _agent.Tally.Started);
        _agent.Advance(2);
        Assert.Equal(1, _agent.Tally.Finished);
    }

    [Fact]
    public void It_stops_what_is_not_named_and_leaves_the_others_alone()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 4), Task("b", units: 4));
        Told(2, nowS: 1, Task("b", units: 4));
        Assert.Equal(("b", 1), Assert.Single(_agent.Running));
        Assert.Equal(["Started a", "Started b", "Stopped a"], Reports(_agent.Beat(1)));
        Assert.Equal(1, _agent.Beat(1).Reports[2].DoneUnits);
        _agent.Advance(4);
        Assert.Equal(1, _agent.Tally.Finished);
    }

    [Fact]
    public void A_later_token_takes_the_place_of_the_run_of_an_older_one()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 4));
        Told(2, nowS: 3, Task("a", units: 4) with { Token = 2 });
        Assert.Equal(("a", 2), Assert.Single(_agent.Running));
        _agent.Advance(4);
        Assert.Equal(0, _agent.Tally.Finished);
        _agent.Advance(7);
        Assert.Equal(2, _agent.Beat(7).Reports.Single(r => r.Kind == AgentReportKind.Finished).Token);
    }

    [Fact]
    public void Reports_are_repeated_until_they_are_confirmed_and_have_numbers_without_gaps()
    {
        Begin();
        Told(1, nowS: 0, Task("a"), Task("b"));
        _agent.Advance(1);
        Assert.Equal([1, 2, 3, 4], _agent.Beat(1).Reports.Select(r => r.Number));
        _agent.Take(new AgentOrders(1, null, 3), 1, 1);
        Assert.Equal([4], _agent.Beat(1).Reports.Select(r => r.Number));
        _agent.Take(new AgentOrders(1, null, 4), 1, 1);
        Assert.Empty(_agent.Beat(1).Reports);
    }

    [Fact]
    public void A_task_that_has_ended_does_not_run_again_while_the_host_does_not_know()
    {
        Begin();
        Told(1, nowS: 0, Task("a"));
        _agent.Advance(1);
        Told(2, nowS: 1, Task("a"), Task("b"));
        Assert.Equal(("b", 1), Assert.Single(_agent.Running));
    }

    [Fact]
    public void A_list_that_it_has_changes_nothing()
    {
        Begin();
        Told(7, nowS: 0, Task("a"));
        Assert.Equal(7, _agent.Beat(0).KnownVersion);
        _agent.Take(new AgentOrders(7, null, 0), 0, 0);
        Assert.Single(_agent.Running);
    }

    [Fact]
    public void The_lease_counts_from_the_beat_that_was_sent_and_not_from_its_answer()
    {
        Begin();
        _agent.Take(new AgentOrders(1, [Task("a", units: 100)], 0), sentS: 10, nowS: 25);
        _agent.Advance(39.9);
        Assert.Single(_agent.Running);
        _agent.Advance(40);
        Assert.Empty(_agent.Running);
        Assert.False(_agent.HasSession);
        Assert.Equal(1, _agent.Tally.Stopped);
    }

    [Fact]
    public void A_late_answer_to_an_old_beat_does_not_shorten_the_lease()
    {
        Begin();
        _agent.Take(new AgentOrders(1, null, 0), sentS: 20, nowS: 20);
        _agent.Take(new AgentOrders(1, null, 0), sentS: 5, nowS: 21);
        Assert.Equal(50, _agent.LeaseEndS);
    }

    [Fact]
    public void What_ends_after_the_lease_is_not_finished()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 40));
        _agent.Advance(60);
        Assert.Equal((0, 1), (_agent.Tally.Finished, _agent.Tally.Stopped));
    }

    [Fact]
    public void Orders_that_come_after_the_end_of_the_session_start_nothing()
    {
        Begin();
        _agent.Advance(LeaseS);
        Told(1, nowS: LeaseS, Task("a"));
        Assert.Empty(_agent.Running);
    }

    [Fact]
    public void A_new_session_begins_with_nothing()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 100));
        _agent.Begin(new AgentSession("east", 2, LeaseS), 5);
        var beat = _agent.Beat(5);
        Assert.Equal((2, 0), (beat.Epoch, beat.KnownVersion));
        Assert.Empty(beat.Reports);
        Told(1, nowS: 5, Task("b"));
        Assert.Equal(1, _agent.Beat(5).Reports[0].Number);
        Assert.Equal(("b", 1), Assert.Single(_agent.Running));
    }

    [Theory]
    [InlineData(0.3, 0.075)]
    [InlineData(30, 7.5)]
    [InlineData(3600, 30)]
    public void It_waits_less_than_a_third_of_its_lease_and_no_longer_than_a_host_allows(double leaseS, double waitS)
    {
        _agent.Begin(new AgentSession("east", 1, leaseS), 0);
        Assert.Equal(waitS, _agent.Beat(0).WaitS, 9);
    }

    [Fact]
    public void A_share_of_runs_fails_and_the_same_ones_under_the_same_seed()
    {
        Assert.InRange(FailuresOf(seed: 1, share: 0.25).Length, 200, 300);
        Assert.Equal(FailuresOf(seed: 1, share: 0.25), FailuresOf(seed: 1, share: 0.25));
        Assert.NotEqual(FailuresOf(seed: 1, share: 0.25), FailuresOf(seed: 2, share: 0.25));
        Assert.Empty(FailuresOf(seed: 1, share: 0));
        Assert.Equal(1000, FailuresOf(seed: 1, share: 1).Length);
    }

    [Fact]
    public void A_run_that_fails_has_done_a_part_of_its_work()
    {
        var agent = new AgentCore("east", new AgentSettings(FailShare: 1));
        agent.Begin(new AgentSession("east", 1, LeaseS), 0);
        agent.Take(new AgentOrders(1, [Task("a", units: 8)], 0), 0, 0);
        agent.Advance(8);
        var failed = agent.Beat(8).Reports[1];
        Assert.Equal(AgentReportKind.Failed, failed.Kind);
        Assert.InRange(failed.DoneUnits, 0, 8 - 1e-9);
    }

    [Fact]
    public void An_agent_that_leaves_runs_nothing_and_has_no_GPUs()
    {
        Begin();
        Told(1, nowS: 0, Task("a", units: 8), Task("b", units: 1));
        _agent.Advance(1);
        var last = _agent.Leave(1);
        Assert.Equal((0, 0), (last.Gpus, last.WaitS));
        Assert.Equal(["Started a", "Started b", "Finished b", "Stopped a"], Reports(last));
        Assert.Empty(_agent.Running);
    }

    private static string[] FailuresOf(long seed, double share)
    {
        var agent = new AgentCore("east", new AgentSettings(FailShare: share, Seed: seed));
        agent.Begin(new AgentSession("east", 1, LeaseS), 0);
        agent.Take(new AgentOrders(1, [.. Enumerable.Range(0, 1000).Select(i => Task($"j{i}"))], 0), 0, 0);
        agent.Advance(1);
        return [.. agent.Beat(1).Reports.Where(r => r.Kind == AgentReportKind.Failed).Select(r => r.Job).Order(StringComparer.Ordinal)];
    }

    private void Begin() => _agent.Begin(new AgentSession("east", 1, LeaseS), 0);

    private void Told(long version, double nowS, params AgentTask[] tasks) => _agent.Take(new AgentOrders(version, tasks, 0), nowS, nowS);

    private static AgentTask Task(string job, double units = 1, double secondsPerUnit = 1) => new(job, 1, 1, 1, units, secondsPerUnit, 100);

    private static string[] Reports(AgentBeat beat) => [.. beat.Reports.Select(r => $"{r.Kind} {r.Job}")];
}
