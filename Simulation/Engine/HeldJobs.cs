using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Engine;

/// <summary>Jobs waiting at their ingresses because no site may take them, in order of arrival there.</summary>
internal sealed class HeldJobs
{
    private readonly List<WorkItem> _items = [];

    public int Count => _items.Count;

    public void Add(in WorkItem item) => _items.Add(item);

    /// <summary>Tries to send the jobs in order; the first one without constraints that must wait on ends the attempt.</summary>
    public void Retry(TrySendHandler trySend)
    {
        var kept = 0;
        var position = 0;
        for (; position < _items.Count; position++)
        {
            var item = _items[position];
            if (trySend(item))
                continue;
            if (item.Job.Constraint is null)
                break;
            _items[kept++] = item;
        }

        _items.RemoveRange(kept, position - kept);
    }

    /// <summary>Withdraws a job; false when it is not here.</summary>
    public bool TryRemove(JobId id)
    {
        var position = _items.FindIndex(i => i.Job.Id == id);
        if (position < 0)
            return false;
        _items.RemoveAt(position);
        return true;
    }
}
