using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <summary>
/// The jobs that wait at a site: greater priority first, then the earlier deadline, then arrival; interrupted jobs are put before all others. While all wait in order of
/// arrival only, they are in a ring that grows and never shrinks; the first that does not moves them into an order that costs more, until nobody waits.
/// </summary>
internal sealed class WorkQueue
{
    private readonly WorkRing _ring = new();
    private WorkOrder? _order;

    public int Count => _order?.Count ?? _ring.Count;

    public ref readonly WorkItem Head
    {
        get
        {
            if (_order is not null)
                return ref _order.Head;
            return ref _ring[0];
        }
    }

    public void AddLast(in WorkItem item)
    {
        if (_order is null && item.Job.IsPlain)
            _ring.AddLast(item);
        else
            Order().Add(item);
    }

    public void AddFirst(in WorkItem item)
    {
        if (_order is null)
            _ring.AddFirst(item);
        else
            _order.AddFirst(item);
    }

    public WorkItem RemoveFirst()
    {
        if (_order is null)
            return _ring.RemoveFirst();
        var item = _order.RemoveFirst();
        LeaveOrder();
        return item;
    }

    /// <summary>Takes a job out, keeping the order of the others.</summary>
    public bool TryRemove(JobId id, out WorkItem item)
    {
        if (_order is null)
            return _ring.TryRemove(id, out item);
        var found = _order.TryRemove(id, out item);
        LeaveOrder();
        return found;
    }

    /// <summary>Calls back for every job, the first one first.</summary>
    public void Visit(Action<WorkItem> visit)
    {
        if (_order is not null)
            _order.Visit(visit);
        for (var i = 0; i < _ring.Count; i++)
            visit(_ring[i]);
    }

    public void Save(StateWriter writer)
    {
        writer.Count(Count);
        writer.Count(_order?.Firsts ?? _ring.Firsts);
        Visit(item => writer.Write(item));
    }

    public static WorkQueue Load(ref StateReader reader)
    {
        var queue = new WorkQueue();
        var items = new WorkItem[reader.CountOf(JobState.LeastItemBytes)];
        var firsts = reader.Count();
        if (firsts > items.Length)
            throw reader.Damaged($"{firsts} of {items.Length} waiting jobs before all others");
        for (var i = 0; i < items.Length; i++)
            items[i] = reader.ReadWorkItem();
        if (items.DistinctBy(i => i.Job.Id).Count() != items.Length)
            throw reader.Damaged("a job that waits twice");
        for (var i = firsts - 1; i >= 0; i--)
            queue.AddFirst(items[i]);
        for (var i = firsts; i < items.Length; i++)
        {
            if (i > firsts && WorkOrder.Precedes(items[i].Job, items[i - 1].Job))
                throw reader.Damaged($"job {items[i].Job.Id}, which waits behind job {items[i - 1].Job.Id} and should be before it,");
            queue.AddLast(items[i]);
        }

        return queue;
    }

    private WorkOrder Order()
    {
        if (_order is not null)
            return _order;
        _order = new WorkOrder();
        var firsts = new Stack<WorkItem>(_ring.Firsts);
        while (_ring.Firsts > 0)
            firsts.Push(_ring.RemoveFirst());
        while (firsts.TryPop(out var first))
            _order.AddFirst(first);
        while (_ring.Count > 0)
            _order.Add(_ring.RemoveFirst());
        return _order;
    }

    private void LeaveOrder()
    {
        if (_order!.Count == 0)
            _order = null;
    }
}
