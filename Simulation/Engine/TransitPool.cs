using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Engine;

/// <summary>Jobs on their way to a site, in reusable slots.</summary>
internal sealed class TransitPool
{
    private (WorkItem Item, int Site)[] _slots = new (WorkItem, int)[64];
    private int[] _free = new int[64];
    private int _freeCount;
    private int _used;

    public int Count => _used - _freeCount;

    public int Add(in WorkItem item, int site)
    {
        int slot;
        if (_freeCount > 0)
        {
            slot = _free[--_freeCount];
        }
        else
        {
            if (_used == _slots.Length)
            {
                Array.Resize(ref _slots, _used * 2);
                Array.Resize(ref _free, _used * 2);
            }

            slot = _used++;
        }

        _slots[slot] = (item, site);
        return slot;
    }

    public (WorkItem Item, int Site) Remove(int slot)
    {
        var entry = _slots[slot];
        _slots[slot] = (default, -1);
        _free[_freeCount++] = slot;
        return entry;
    }

    /// <summary>Finds a job, or -1.</summary>
    public int Find(JobId id)
    {
        for (var slot = 0; slot < _used; slot++)
        {
            if (_slots[slot].Site >= 0 && _slots[slot].Item.Job.Id == id)
                return slot;
        }

        return -1;
    }

    /// <summary>Marks a job as withdrawn: it will vanish on delivery.</summary>
    public bool IsLive(int slot) => _slots[slot].Site >= 0;
}
