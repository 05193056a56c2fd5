using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

public sealed class ScenarioEventTests
{
    private static readonly PolicySpec Policy = new("least-loaded");

    [Fact]
    public void Set_load_replaces_the_load_of_the_scenario()
    {
        var scenario = TestFleets.Small(horizonS: 200_000) with
        {
            Load = 0.5,
            Events = [new ScenarioEvent(100_000, ScenarioEventKind.SetLoad, Factor: 1.5)],
        };
        var arrivals = Events(scenario).Where(e => e.Kind == FleetEventKind.Submitted).ToArray();
        // Two ingresses of 0.02 jobs/s: 2 000 jobs at half load, then 6 000; five standard deviations.
        Assert.InRange(arrivals.Count(e => e.TimeS < 100_000), 2000 - 5 * Math.Sqrt(2000), 2000 + 5 * Math.Sqrt(2000));
        Assert.InRange(arrivals.Count(e => e.TimeS >= 100_000), 6000 - 5 * Math.Sqrt(6000), 6000 + 5 * Math.Sqrt(6000));
    }

    [Fact]
    public void Jobs_of_a_lost_site_run_elsewhere_and_are_done_once()
    {
        var scenario = TestFleets.Small() with
        {
            Events = [new ScenarioEvent(5_000, ScenarioEventKind.LoseSite, 0), new ScenarioEvent(12_000, ScenarioEventKind.RecoverSite, 0)],
        };
        var events = Events(scenario);
        var interrupted = events.Where(e => e.Kind == FleetEventKind.Interrupted).Select(e => e.Job).ToArray();
        Assert.NotEmpty(interrupted);
        var done = events.Where(e => e.Kind == FleetEventKind.Completed).Select(e => e.Job).ToArray();
        Assert.Equal(done.Length, done.Distinct().Count());
        Assert.All(interrupted, job => Assert.Contains(job, done));
        Assert.DoesNotContain(events, e => e.Kind == FleetEventKind.Started && e.Site == 0 && e.TimeS is > 5_000 and < 12_000);
    }

    [Fact]
    public void Draining_empties_the_queue_and_takes_nothing_until_it_ends()
    {
        var scenario = TestFleets.Small(ratePerS: 0.05) with
        {
            Events = [new ScenarioEvent(5_000, ScenarioEventKind.DrainSite, 2), new ScenarioEvent(9_000, ScenarioEventKind.ResumeSite, 2)],
        };
        var events = Events(scenario);
        Assert.Contains(events, e => e.Kind == FleetEventKind.Evicted && e.Site == 2);
        Assert.DoesNotContain(events, e => e.Kind is FleetEventKind.Started or FleetEventKind.Queued && e.Site == 2 && e.TimeS is > 5_000 and < 9_000);
        Assert.Contains(events, e => e.Kind == FleetEventKind.Completed && e.Site == 2 && e.TimeS is > 5_000 and < 9_000);
    }

    [Fact]
    public void Jobs_are_held_while_every_site_is_lost_and_go_on_afterwards()
    {
        var lost = Enumerable.Range(0, 3).Select(site => new ScenarioEvent(5_000, ScenarioEventKind.LoseSite, site));
        var back = Enumerable.Range(0, 3).Select(site => new ScenarioEvent(8_000, ScenarioEventKind.RecoverSite, site));
        var events = Events(TestFleets.Small() with { Events = [.. lost, .. back] });
        var held = events.Where(e => e.Kind == FleetEventKind.Held).Select(e => e.Job).ToArray();
        Assert.True(held.Length > 50);
        var sent = events.Where(e => e.Kind == FleetEventKind.Sent && e.TimeS == 8_000).Select(e => e.Job);
        Assert.Equal(held.Order(), sent.Order());
    }

    [Fact]
    public void Cancelled_job_is_never_completed()
    {
        var cancelled = Enumerable.Range(1, 40).Select(k => new ScenarioEvent(k * 400, ScenarioEventKind.CancelJob, Count: k * 16 - 2));
        var events = Events(TestFleets.Small() with { Events = [.. cancelled] });
        var gone = events.Where(e => e.Kind == FleetEventKind.Cancelled).Select(e => e.Job).ToArray();
        Assert.NotEmpty(gone);
        Assert.DoesNotContain(events, e => e.Kind == FleetEventKind.Completed && gone.Contains(e.Job));
    }

    [Fact]
    public void Preempted_job_resumes_with_the_work_it_had_left()
    {
        var events = Events(TestFleets.Small() with { Events = [new ScenarioEvent(5_000, ScenarioEventKind.PreemptJobs, 0, 2)] });
        var preempted = events.Where(e => e.Kind == FleetEventKind.Interrupted).ToArray();
        Assert.Equal(2, preempted.Length);
        Assert.All(preempted, p => Assert.Contains(
            events, e => e.Kind == FleetEventKind.Started && e.Job == p.Job && e.TimeS >= p.TimeS && e.Value == p.Value));
    }

    private static List<FleetEvent> Events(Scenario scenario)
    {
        var sink = new ListSink();
        Simulator.Run(scenario, Policy, 7, new RunOptions { Sink = sink, Audit = true });
        return sink.Events;
    }

    private sealed class ListSink : IEventSink
    {
        public List<FleetEvent> Events { get; } = [];

        public void Record(in FleetEvent entry) => Events.Add(entry);
    }
}
