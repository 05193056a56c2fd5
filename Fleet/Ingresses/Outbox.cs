using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Ingresses;

/// <summary>Shipments under way in numbered slots; a freed slot is used again with a new generation.</summary>
internal sealed class Outbox
{
    private Shipment[] _slots = new Shipment[16];
    private bool[] _live = new bool[16];
    private int[] _generations = new int[16];
    private int[] _free = new int[16];
    private int _freeCount;
    private int _used;

    public int Count => _used - _freeCount;

    public Shipment Add(in WorkItem item, int site, double transferS)
    {
        if (_freeCount == 0 && _used == _slots.Length)
            Grow();
        var slot = _freeCount > 0 ? _free[--_freeCount] : _used++;
        _live[slot] = true;
        return _slots[slot] = new Shipment(item, site, transferS, slot, _generations[slot]);
    }

    public bool TryRemove(int slot, int generation, out Shipment shipment)
    {
        shipment = default;
        if ((uint)slot >= (uint)_used || !_live[slot] || _generations[slot] != generation)
            return false;
        shipment = _slots[slot];
        _slots[slot] = default;
        _live[slot] = false;
        _generations[slot]++;
        _free[_freeCount++] = slot;
        return true;
    }

    /// <summary>Finds a job under way.</summary>
    public bool TryFind(JobId id, out Shipment shipment)
    {
        for (var slot = 0; slot < _used; slot++)
        {
            shipment = _slots[slot];
            if (_live[slot] && shipment.Item.Job.Id == id)
                return true;
        }

        shipment = default;
        return false;
    }

    private void Grow()
    {
        Array.Resize(ref _slots, _used * 2);
        Array.Resize(ref _live, _used * 2);
        Array.Resize(ref _generations, _used * 2);
        Array.Resize(ref _free, _used * 2);
    }
}
