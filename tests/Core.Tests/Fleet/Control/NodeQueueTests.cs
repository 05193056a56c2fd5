using ControlPlane.Fleet.Control;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Who waits before whom, and how many are looked at.</summary>
public sealed class NodeQueueTests
{
    private readonly TestNode _test = new(TestFleets.Model(TestFleets.Site("only", 4, queueLimit: 6)));

    [Fact]
    public void Priority_then_deadline_then_arrival_counts_at_a_site_and_while_held()
    {
        _test.Register("only");
        _test.Submit("running");
        _test.Submit("late", deadlineS: 900);
        _test.Submit("plain");
        _test.Submit("soon", deadlineS: 100);
        _test.Submit("urgent", priority: 9);
        _test.Submit("second", priority: 9);
        _test.Submit("sooner", deadlineS: 50);
        foreach (var (id, priority) in new[] { ("held", 0), ("held-urgent", 3) })
            _test.Submit(id, priority: priority);
        _test.Restored();
        List<string> order = [];
        while (_test.Beat("only").Tasks is [var task])
        {
            order.Add(task.Job);
            _test.Report("only", task.Job, AgentReportKind.Finished);
            _test.Restored();
        }

        // The urgent one that was held comes into the queue as soon as there is room, and then goes before those without priority.
        Assert.Equal(["running", "urgent", "second", "held-urgent", "sooner", "soon", "late", "plain", "held"], order);
    }

    [Fact]
    public void However_many_jobs_are_held_all_are_placed_in_turns()
    {
        var test = new TestNode(TestFleets.Model(TestFleets.Site("a", 4), TestFleets.Site("b", 4)));
        for (var i = 0; i < 1_000; i++)
            test.Submit($"first-{i}", forbidden: ["b"]);
        for (var i = 0; i < 1_000; i++)
            test.Submit($"then-{i}", forbidden: ["a"]);
        // The first thousand can go nowhere and do not stand in the way of the others.
        test.Register("b");
        var ticks = 0;
        for (; test.Node.Ledger().Held > 1_000; ticks++)
            test.Node.Tick(test.Rules);
        Assert.InRange(ticks, 3, 12);
        test.Register("a");
        while (test.Node.Tick(test.Rules))
            ticks++;
        Assert.Equal(0, test.Node.Ledger().Held);
    }

    [Fact]
    public void Pages_of_a_filter_miss_no_job_although_each_looks_at_a_bounded_number()
    {
        var test = new TestNode(settings: new() { Remembered = 30_000 });
        test.Submit("oldest");
        for (var i = 0; i < 25_000; i++)
        {
            test.Submit($"j{i}", tenant: "lab");
            test.Node.Cancel($"j{i}", "ann", test.Rules);
        }

        List<string> found = [];
        var pages = 0;
        for (string? after = null; pages == 0 || after is not null; pages++)
        {
            var page = test.Node.ListJobs(new JobFilter { States = [JobState.Held], After = after, Most = 10 });
            found.AddRange(page.Jobs.Select(j => j.Submission.Id));
            after = page.Next;
        }

        Assert.Equal(["oldest"], found);
        Assert.Equal(3, pages);
        Assert.Equal(["j24999", "j24998"], test.Node.ListJobs(new JobFilter { Tenant = "lab", Most = 2 }).Jobs.Select(j => j.Submission.Id));
    }

    [Fact]
    public void Events_are_found_by_their_number_and_those_that_are_not_kept_are_counted()
    {
        var test = new TestNode(settings: new() { Events = 50 });
        for (var i = 0; i < 100; i++)
            test.Submit($"j{i}");
        var last = test.Node.LastEvent;
        Assert.Equal([last - 1, last], test.Node.Events(last - 2, 10).Select(e => e.Number));
        Assert.Empty(test.Node.Events(last, 10));
        var all = test.Node.Events(0, 1_000);
        Assert.Equal(("missed", $"{last - 50} events are not kept any more"), (all[0].Kind, all[0].Detail));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => last - 49 + i), all.Skip(1).Select(e => e.Number));
        Assert.Equal(all.Select(e => e.Number), test.Restored().Events(0, 1_000).Select(e => e.Number));
    }
}
