using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Sites;

/// <summary>Who waits before whom at a site.</summary>
public sealed class WaitingOrderTests
{
    private static readonly FixedRule Rule = new(1);
    private readonly DataCenter _site = SavedSites.Make(SavedSites.Specs[0]);

    public WaitingOrderTests()
    {
        for (var id = 1; id <= _site.Spec.GpuCount; id++)
            _site.Admit(Item(id), Rule, 0, out _);
    }

    [Fact]
    public void Any_mixture_waits_by_priority_deadline_and_arrival_and_interrupted_jobs_before_all()
    {
        var random = new RandomStream(3, "site/order");
        for (var round = 0; round < TestScale.Pick(20, 500); round++)
        {
            List<WorkItem> first = [], others = [];
            for (var id = 100; id < 160; id++)
            {
                var item = Item(id, round % 3 == 0 ? 0 : random.NextBelow(3), random.NextBelow(2) == 0 ? double.PositiveInfinity : random.NextBelow(4));
                if (random.NextBelow(6) == 0)
                    Add(first, 0, item, i => _site.Requeue(i));
                else
                    Add(others, others.Count, item, i => _site.Admit(i, Rule, 0, out _));
                if (random.NextBelow(5) == 0)
                    Remove(100 + random.NextBelow(60), first, others);
            }

            var expected = first.Concat(others.OrderByDescending(i => i.Job.Priority).ThenBy(i => i.Job.DeadlineS)).Select(i => i.Job.Id).ToArray();
            var restored = SavedSites.Make(_site.Spec);
            SavedSites.Load(restored, SavedSites.Save(_site));
            Assert.Equal(expected, Waiting(restored));
            Assert.Equal(expected, Drained());
        }
    }

    [Fact]
    public void A_job_with_priority_goes_before_a_hundred_that_wait_already_and_behind_an_interrupted_one()
    {
        for (var id = 100; id < 200; id++)
            _site.Admit(Item(id), Rule, 0, out _);
        _site.Requeue(Item(50));
        _site.Admit(Item(300, priority: 1), Rule, 0, out _);
        Assert.Equal([50, 300, 100, 101], Waiting(_site).Take(4).Select(j => j.Value));
    }

    private static void Add(List<WorkItem> items, int at, WorkItem item, Action<WorkItem> add)
    {
        items.Insert(at, item);
        add(item);
    }

    private void Remove(long id, params List<WorkItem>[] all)
    {
        var known = all.Sum(items => items.RemoveAll(i => i.Job.Id.Value == id)) > 0;
        Assert.Equal(known, _site.TryTake(new JobId(id), out _));
    }

    private static List<JobId> Waiting(DataCenter site)
    {
        List<JobId> waiting = [];
        site.VisitQueue(item => waiting.Add(item.Job.Id));
        return waiting;
    }

    private List<JobId> Drained()
    {
        List<JobId> drained = [];
        while (_site.TryTakeNext(out var item))
            drained.Add(item.Job.Id);
        return drained;
    }

    private static WorkItem Item(long id, int priority = 0, double deadlineS = double.PositiveInfinity) =>
        WorkItem.Submitted(new Job(new JobId(id), 0, 100, 0, Priority: priority, DeadlineS: deadlineS));
}
