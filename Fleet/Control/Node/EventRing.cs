namespace ControlPlane.Fleet.Control.Node;

/// <summary>The last events.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class EventRing(int most)
{
    private readonly Queue<NodeEvent> _events = new();

    /// <summary>Number of the last event, ever.</summary>
    public long Last { get; private set; }

    /// <summary>Those that are kept, the oldest first.</summary>
    public IReadOnlyCollection<NodeEvent> All => _events;

    public void Add(in NodeEvent entry)
    {
        _events.Enqueue(entry);
        Last = entry.Number;
        if (_events.Count > most)
            _events.Dequeue();
    }

    public void Clear(long last)
    {
        _events.Clear();
        Last = last;
    }
}
