using System.Runtime.CompilerServices;

namespace ControlPlane.Simulation.Engine;

/// <summary>
/// The pending events of a simulation in a four-ary heap ordered by time, then by insertion. Four children share two cache lines, so that a
/// pop of 1 000 pending events touches about ten lines. Grows when needed, never shrinks, allocates nothing in steady state.
/// </summary>
public sealed class EventQueue
{
    private const int Arity = 4;
    private LoopEvent[] _heap = new LoopEvent[1024];
    private long _inserted;

    /// <summary>Pending events.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="timeS">When it is due, seconds; not NaN.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="a">First argument.</param>
    /// <param name="b">Second argument.</param>
    /// <param name="c">Third argument.</param>
    public void Push(double timeS, LoopEventKind kind, int a = 0, int b = 0, int c = 0)
    {
        if (double.IsNaN(timeS))
            throw new ArgumentOutOfRangeException(nameof(timeS), "An event needs a time.");
        if (Count == _heap.Length)
            Array.Resize(ref _heap, _heap.Length * 2);
        var entry = new LoopEvent(timeS, _inserted++, kind, a, b, c);
        var heap = _heap;
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            // A new event never precedes an equal one: only the time decides.
            if (!(timeS < heap[parent].TimeS))
                break;
            heap[hole] = heap[parent];
            hole = parent;
        }

        heap[hole] = entry;
    }

    /// <summary>Removes the earliest event.</summary>
    /// <param name="entry">The event.</param>
    /// <returns>False when none is pending.</returns>
    public bool TryPop(out LoopEvent entry)
    {
        if (Count == 0)
        {
            entry = default;
            return false;
        }

        entry = _heap[0];
        Count--;
        if (Count > 0)
            SinkFromRoot(_heap[Count]);
        return true;
    }

    /// <summary>Time of the earliest event; infinite when none is pending.</summary>
    public double NextTimeS => Count == 0 ? double.PositiveInfinity : _heap[0].TimeS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Precedes(in LoopEvent x, in LoopEvent y) =>
        x.TimeS < y.TimeS || (x.TimeS == y.TimeS && x.Order < y.Order);

    private void SinkFromRoot(in LoopEvent entry)
    {
        var heap = _heap.AsSpan(0, Count);
        var hole = 0;
        while (true)
        {
            var first = hole * Arity + 1;
            if (first >= heap.Length)
                break;
            var least = first;
            var end = Math.Min(first + Arity, heap.Length);
            for (var child = first + 1; child < end; child++)
            {
                if (Precedes(heap[child], heap[least]))
                    least = child;
            }

            if (!Precedes(heap[least], entry))
                break;
            heap[hole] = heap[least];
            hole = least;
        }

        heap[hole] = entry;
    }
}
