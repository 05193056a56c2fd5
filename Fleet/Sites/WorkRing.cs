using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>Jobs in order of arrival in a ring that grows and never shrinks; interrupted jobs go back to its head.</summary>
internal sealed class WorkRing
{
    private WorkItem[] _items = new WorkItem[16];
    private int _head;

    public int Count { get; private set; }

    /// <summary>How many of them, at the head, were put before all others.</summary>
    public int Firsts { get; private set; }

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
        Firsts++;
    }

    public WorkItem RemoveFirst()
    {
        var item = _items[_head];
        _items[_head] = default;
        _head = Wrap(_head + 1);
        Count--;
        if (Firsts > 0)
            Firsts--;
        return item;
    }

    public bool TryRemove(JobId id, out WorkItem item)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Job.Id != id)
                continue;
            item = RemoveAt(i);
            return true;
        }

        item = default;
        return false;
    }

    private WorkItem RemoveAt(int position)
    {
        var item = this[position];
        for (var i = position; i > 0; i--)
            _items[Wrap(_head + i)] = _items[Wrap(_head + i - 1)];
        _items[_head] = default;
        _head = Wrap(_head + 1);
        Count--;
        if (position < Firsts)
            Firsts--;
        return item;
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
