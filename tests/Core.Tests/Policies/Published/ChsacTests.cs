using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies.Published;

/// <summary>CHSAC-AF as its public code runs it: what it learns with, and that it gives the published row, which is that of a random feasible choice.</summary>
public sealed class ChsacTests
{
    private const string Name = "chsac-published";
    private const double DayS = 86_400;

    // The first thousand jobs fill its memory.
    private static readonly Scenario Busy = TestFleets.Small(horizonS: 27_000, ratePerS: 0.04);

    [Fact]
    public void First_hours_of_the_paper_fleet_are_those_of_a_random_feasible_choice()
    {
        var hours = PaperFleet.Published with { HorizonS = 3 * 3600 };
        var (agent, random) = (Run(hours, Name), Run(hours, "masked-uniform"));
        Assert.Equal(random.Jobs.Submitted, agent.Jobs.Submitted);
        Assert.Equal(0, agent.Jobs.Queued);
        Assert.InRange(agent.Jobs.Completed, random.Jobs.Completed * 0.95, random.Jobs.Completed * 1.05);
        Assert.InRange(agent.PublishedJoulesPerUnit, random.PublishedJoulesPerUnit * 0.95, random.PublishedJoulesPerUnit * 1.05);
    }

    [LongFact("three minutes")]
    public void First_day_of_the_paper_fleet_gives_the_measured_row()
    {
        var run = Run(PaperFleet.Published with { HorizonS = DayS }, Name);
        Assert.Equal(13_712, run.Jobs.Submitted);
        Assert.InRange(run.Jobs.Completed, 13_479 * 0.995, 13_479 * 1.005);
        Assert.InRange(run.PublishedJoulesPerUnit, 9.755 * 0.98, 9.84 * 1.02);
        Assert.Equal([0], run.QueueByDay);
    }

    [LongFact("half an hour")]
    public void Week_of_the_paper_fleet_gives_the_published_row_and_so_does_a_random_feasible_choice()
    {
        foreach (var policy in new[] { "masked-uniform", Name })
        {
            var run = Run(PaperFleet.Published, policy);
            Assert.InRange(run.Jobs.Completed, 96_399 * 0.995, 96_399 * 1.005);
            Assert.InRange(run.PublishedJoulesPerUnit, 9.77 * 0.98, 9.77 * 1.02);
            // A job can wait for a moment where its GPU was taken while it was on its way: one did so at the end of the sixth day.
            Assert.All(run.QueueByDay, queue => Assert.InRange(queue, 0, 1));
        }
    }

    [Fact]
    public void It_learns_from_the_thousandth_finished_job_on_and_the_same_seed_learns_the_same()
    {
        var (learning, again, untrained) = (Log(Busy, Name), Log(Busy, Name), Log(Busy, $"{Name}:learn=false"));
        Assert.Equal(learning, again);
        var (same, finished) = (0, 0);
        while (learning[same] == untrained[same])
            finished += learning[same++].Kind == FleetEventKind.Completed ? 1 : 0;
        Assert.InRange(finished, 1_000, 1_100);
    }

    [Fact]
    public void It_updates_once_a_finished_job_and_its_multiplier_of_p99_is_at_once_at_its_highest()
    {
        var (policy, view) = Create();
        var job = new Job(new JobId(1), 0, 400, 0);
        for (var i = 1; i <= 1_003; i++)
        {
            job = job with { Id = new JobId(i) };
            var placement = policy.Place(job, view);
            policy.Completed(RunOf(job, placement.Wanted, i), placement.Site, i + 100);
            // A job that it did not place, and one that it has already accounted for.
            policy.Completed(RunOf(job, placement.Wanted, i), placement.Site, i + 100);
        }

        var notes = policy.Explain(job, view).Notes.ToDictionary(note => note.Key, note => note.Value);
        Assert.Equal("4", notes["updates"]);
        Assert.Equal("10, 0", notes["multipliers of p99 and GPUs over"]);
        Assert.Equal("0.1998", notes["temperature"]);
    }

    [Fact]
    public void A_job_gets_what_was_chosen_as_far_as_it_is_free_at_the_efficient_clock()
    {
        var (policy, view) = Create();
        var item = WorkItem.Submitted(new Job(new JobId(1), 0, 400, 0)) with { Wanted = new Allocation(4, 1) };
        var table = view.Model.Tables[1];
        Assert.Equal(table.Efficient(3), policy.Allocate(item, view.Sites[1] with { FreeGpus = 3 }));
        Assert.Equal(table.Efficient(4), policy.Allocate(item, view.Sites[1] with { FreeGpus = 100 }));
    }

    [Fact]
    public void With_time_to_spare_only_one_GPU_is_left_as_soon_as_five_jobs_are_done()
    {
        var log = Log(TestFleets.Small(horizonS: 20_000, ratePerS: 0.008), $"{Name}:p99-ms=1e9");
        var finished = 0;
        var fifth = log.FindIndex(e => e.Kind == FleetEventKind.Completed && ++finished == 5);
        Assert.Contains(log.Take(fifth), e => e.Kind == FleetEventKind.Sent && e.Allocation.Gpus > 1);
        Assert.All(log.Skip(fifth).Where(e => e.Kind == FleetEventKind.Sent), e => Assert.Equal(1, e.Allocation.Gpus));
    }

    [Fact]
    public void Where_no_GPU_is_free_any_site_that_takes_jobs_may_be_drawn()
    {
        var (policy, view) = Create();
        for (var site = 0; site < 3; site++)
            view.Report(view.Sites[site] with { FreeGpus = 0, Accepting = site > 0 });
        var seen = new HashSet<int>();
        for (var i = 0; i < 60; i++)
            seen.Add(policy.Place(new Job(new JobId(i), 0, 400, 0), view).Site);
        Assert.Equal([1, 2], seen.Order());
    }

    private static (IPlacementPolicy Policy, FleetView View) Create()
    {
        var view = new FleetView(TestFleets.Small().Fleet);
        return (PolicyCatalog.Create(new PolicySpec(Name), new PolicyContext(view, new RandomStream(1, "policy"), null, 400, 16)), view);
    }

    private static Run RunOf(in Job job, in Allocation allocation, double startS) =>
        new(WorkItem.Submitted(job), allocation, 1, 100, startS, startS + 100, 0, 0);

    private static RunResult Run(Scenario scenario, string policy) => Simulator.Run(scenario, new PolicySpec(policy), 123);

    private static List<FleetEvent> Log(Scenario scenario, string policy)
    {
        var sink = new ListSink();
        Simulator.Run(scenario, PolicySpec.Parse(policy), 5, new RunOptions { Sink = sink });
        return sink.Events;
    }

    private sealed class ListSink : IEventSink
    {
        public List<FleetEvent> Events { get; } = [];

        public void Record(in FleetEvent entry) => Events.Add(entry);
    }
}
