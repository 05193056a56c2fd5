using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Core.Tests.Engine;

public sealed class EventQueueTests
{
    [Fact]
    public void Events_come_in_order_of_time_then_of_insertion()
    {
        var queue = new EventQueue();
        queue.Push(2, LoopEventKind.Sample, 1);
        queue.Push(1, LoopEventKind.Sample, 2);
        queue.Push(2, LoopEventKind.Sample, 3);
        queue.Push(1, LoopEventKind.Sample, 4);
        Assert.Equal([2, 4, 1, 3], Drain(queue).Select(e => e.A));
    }

    [Fact]
    public void Random_pushes_and_pops_agree_with_a_sorted_list()
    {
        var random = new RandomStream(11, "queue");
        for (var trial = 0; trial < 200; trial++)
        {
            var queue = new EventQueue();
            var reference = new SortedSet<(double TimeS, int Number)>();
            for (var step = 0; step < 400; step++)
            {
                if (random.NextUniform() < 0.6)
                {
                    // Few distinct times, so that ties are common.
                    var timeS = random.NextBelow(20);
                    queue.Push(timeS, LoopEventKind.Sample, step);
                    reference.Add((timeS, step));
                }
                else if (queue.TryPop(out var entry))
                {
                    Assert.Equal(reference.Min, (entry.TimeS, entry.A));
                    reference.Remove(reference.Min);
                }
            }

            Assert.Equal(reference, Drain(queue).Select(e => (e.TimeS, e.A)));
        }
    }

    [Fact]
    public void Event_without_a_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventQueue().Push(double.NaN, LoopEventKind.Sample));

    private static IEnumerable<LoopEvent> Drain(EventQueue queue)
    {
        while (queue.TryPop(out var entry))
            yield return entry;
    }
}
