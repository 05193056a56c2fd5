using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Sites;

/// <summary>A FIFO queue of jobs in a ring that grows and never shrinks; interrupted jobs go back to its head.</summary>
internal sealed class WorkQueue
{
    private WorkItem[] _items = new WorkItem[16];
    private int _head;

    public int Count { get; private set; }

    public ref readonly WorkItem Head => ref _items[_head];

    public ref readonly WorkItem this[int position] => ref _items[Wrap(_head + position)];

    public void AddLast(in WorkItem item)
    {
        Grow();
        _items[Wrap(_head + Count)] = item;
        Count++;
    }

    public void AddFirst(in WorkItem item)
    {
        Grow();
        _head = Wrap(_head + _items.Length - 1);
        _items[_head] = item;
        Count++;
    }

    public WorkItem RemoveFirst()
    {
        var item = _items[_head];
        _items[_head] = default;
        _head = Wrap(_head + 1);
        Count--;
        return item;
    }

    /// <summary>Removes the item at a position, keeping the order of the others.</summary>
    public WorkItem RemoveAt(int position)
    {
        var item = this[position];
        for (var i = position; i > 0; i--)
            _items[Wrap(_head + i)] = _items[Wrap(_head + i - 1)];
        _items[_head] = default;
        _head = Wrap(_head + 1);
        Count--;
        return item;
    }

    public void Save(StateWriter writer)
    {
        writer.Count(Count);
        for (var i = 0; i < Count; i++)
            writer.Write(this[i]);
    }

    public static WorkQueue Load(ref StateReader reader)
    {
        var queue = new WorkQueue();
        for (var left = reader.CountOf(JobState.LeastItemBytes); left > 0; left--)
            queue.AddLast(reader.ReadWorkItem());
        return queue;
    }

    // The capacity is a power of two.
    private int Wrap(int index) => index & (_items.Length - 1);

    private void Grow()
    {
        if (Count < _items.Length)
            return;
        var larger = new WorkItem[_items.Length * 2];
        for (var i = 0; i < Count; i++)
            larger[i] = this[i];
        _items = larger;
        _head = 0;
    }
}
