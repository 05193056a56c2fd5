namespace ControlPlane.Fleet.Sites;

/// <summary>The running jobs of a data centre in numbered slots; a freed slot is used again with a new generation.</summary>
internal sealed class RunTable
{
    private Run[] _runs = new Run[16];
    private int[] _generations = new int[16];
    private int[] _freeSlots = new int[16];
    private int _freeCount;

    public int Count { get; private set; }

    /// <summary>Slots ever used: 0 to this number, some of them free.</summary>
    public int SlotCount { get; private set; }

    public ref readonly Run this[int slot] => ref _runs[slot];

    public bool IsLive(int slot) => (uint)slot < (uint)SlotCount && _runs[slot].Allocation.Gpus > 0;

    public bool IsLive(int slot, int generation) => IsLive(slot) && _generations[slot] == generation;

    /// <summary>The slot and generation that <see cref="Add"/> will use next.</summary>
    public (int Slot, int Generation) Next()
    {
        if (_freeCount > 0)
            return (_freeSlots[_freeCount - 1], _generations[_freeSlots[_freeCount - 1]]);
        if (SlotCount == _runs.Length)
            Grow();
        return (SlotCount, _generations[SlotCount]);
    }

    public void Add(in Run run)
    {
        if (_freeCount > 0)
            _freeCount--;
        else
            SlotCount++;
        _runs[run.Slot] = run;
        Count++;
    }

    public Run Remove(int slot)
    {
        var run = _runs[slot];
        _runs[slot] = default;
        _generations[slot]++;
        _freeSlots[_freeCount++] = slot;
        Count--;
        return run;
    }

    private void Grow()
    {
        Array.Resize(ref _runs, _runs.Length * 2);
        Array.Resize(ref _generations, _generations.Length * 2);
        Array.Resize(ref _freeSlots, _freeSlots.Length * 2);
    }
}
