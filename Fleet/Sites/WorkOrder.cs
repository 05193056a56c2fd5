using System.Runtime.InteropServices;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>Waiting jobs by priority, deadline and arrival, those that were put before all others first. Every operation costs O(log n).</summary>
internal sealed class WorkOrder
{
    private readonly SortedSet<Place> _places = new(Comparer<Place>.Create(Place.Compare));
    private readonly Dictionary<JobId, Waiting> _jobs = [];
    private long _last;
    private long _first;

    public int Count => _jobs.Count;

    /// <summary>How many were put before all others.</summary>
    public int Firsts { get; private set; }

    public ref readonly WorkItem Head => ref CollectionsMarshal.GetValueRefOrNullRef(_jobs, _places.Min.Job).Item;

    /// <summary>Whether a job goes before another that arrived before it.</summary>
    public static bool Precedes(in Job job, in Job other) =>
        job.Priority != other.Priority ? job.Priority > other.Priority : job.DeadlineS < other.DeadlineS;

    public void Add(in WorkItem item) => Add(item, new Place(0, -item.Job.Priority, item.Job.DeadlineS, ++_last, item.Job.Id));

    public void AddFirst(in WorkItem item)
    {
        Add(item, new Place(--_first, 0, 0, 0, item.Job.Id));
        Firsts++;
    }

    public WorkItem RemoveFirst()
    {
        TryRemove(_places.Min.Job, out var item);
        return item;
    }

    public bool TryRemove(JobId id, out WorkItem item)
    {
        var found = _jobs.Remove(id, out var waiting);
        item = waiting.Item;
        if (!found)
            return false;
        _places.Remove(waiting.Place);
        if (waiting.Place.First < 0)
            Firsts--;
        return true;
    }

    public void Visit(Action<WorkItem> visit)
    {
        foreach (var place in _places)
            visit(_jobs[place.Job].Item);
    }

    private void Add(in WorkItem item, in Place place)
    {
        _jobs.Add(item.Job.Id, new Waiting { Place = place, Item = item });
        _places.Add(place);
    }

    /// <summary>Where a job waits; the least is the next.</summary>
    private readonly record struct Place(long First, int Urgency, double DeadlineS, long Arrival, JobId Job)
    {
        public static int Compare(Place one, Place other) =>
            one.First != other.First ? one.First.CompareTo(other.First)
            : one.Urgency != other.Urgency ? one.Urgency.CompareTo(other.Urgency)
            : one.DeadlineS != other.DeadlineS ? one.DeadlineS.CompareTo(other.DeadlineS)
            : one.Arrival.CompareTo(other.Arrival);
    }

    private struct Waiting
    {
        public required Place Place { get; init; }

        public WorkItem Item;
    }
}
