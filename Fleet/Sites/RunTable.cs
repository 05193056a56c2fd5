namespace ControlPlane.Fleet.Sites;

/// <summary>
/// The running jobs of a data centre in numbered slots; a freed slot is used again with a new generation, the last freed first. A free slot
/// keeps its next generation and, in place of its own number, that of the free slot below: one array, so that a job touches one place in memory.
/// </summary>
internal sealed partial class RunTable
{
    private const int None = -1;
    private Run[] _runs = new Run[16];
    private int _free = None;

    public int Count { get; private set; }

    /// <summary>Slots ever used: 0 to this number, some of them free.</summary>
    public int SlotCount { get; private set; }

    public ref readonly Run this[int slot] => ref _runs[slot];

    public bool IsLive(int slot) => (uint)slot < (uint)SlotCount && _runs[slot].Allocation.Gpus > 0;

    public bool IsLive(int slot, int generation) => IsLive(slot) && _runs[slot].Generation == generation;

    /// <summary>The slot and generation that <see cref="Add"/> will use next.</summary>
    public (int Slot, int Generation) Next()
    {
        if (_free != None)
            return (_free, _runs[_free].Generation);
        if (SlotCount == _runs.Length)
            Array.Resize(ref _runs, _runs.Length * 2);
        return (SlotCount, 0);
    }

    public void Add(in Run run)
    {
        if (_free != None)
            _free = _runs[_free].Slot;
        else
            SlotCount++;
        _runs[run.Slot] = run;
        Count++;
    }

    public Run Remove(int slot)
    {
        var run = _runs[slot];
        _runs[slot] = default(Run) with { Slot = _free, Generation = run.Generation + 1 };
        _free = slot;
        Count--;
        return run;
    }
}
