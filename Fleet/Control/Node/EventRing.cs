namespace ControlPlane.Fleet.Control.Node;

/// <summary>The last events, found by their numbers, which ascend by one.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class EventRing(int most)
{
    private NodeEvent[] _events = new NodeEvent[16];

    /// <summary>Number of the last event, ever.</summary>
    public long Last { get; private set; }

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the oldest that is kept; of the next one when none is.</summary>
    public long First => Last - Count + 1;

    /// <summary>Those that are kept, the oldest first.</summary>
    public IEnumerable<NodeEvent> All => After(0);

    /// <summary>Those that are kept and have a greater number, the oldest first.</summary>
    public IEnumerable<NodeEvent> After(long number)
    {
        for (var next = Math.Max(number + 1, First); next <= Last; next++)
            yield return _events[next % _events.Length];
    }

    /// <summary>Adds the next event.</summary>
    /// <exception cref="InvalidDataException">It is not the next.</exception>
    public void Add(in NodeEvent entry)
    {
        if (entry.Number < 1 || (Count > 0 && entry.Number != Last + 1))
            throw new InvalidDataException($"Event {entry.Number} comes after event {Last}.");
        if (Count < most && Count == _events.Length)
            Grow();
        Last = entry.Number;
        _events[Last % _events.Length] = entry;
        Count = Math.Min(Count + 1, Math.Min(most, _events.Length));
    }

    /// <summary>Forgets all.</summary>
    /// <param name="last">Number of the last event, ever.</param>
    public void Clear(long last)
    {
        Count = 0;
        Last = last;
    }

    private void Grow()
    {
        var larger = new NodeEvent[Math.Min(_events.Length * 2, most)];
        foreach (var entry in All)
            larger[entry.Number % larger.Length] = entry;
        _events = larger;
    }
}
