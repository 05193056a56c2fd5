namespace ControlPlane.Core.Tests.Learning;

internal static class Allocations
{
    /// <summary>
    /// Least bytes that one of some equal stretches of work allocates on this thread. The runtime itself may allocate once, when it replaces code by better
    /// code; what happens in every step shows in every stretch.
    /// </summary>
    public static long Least(Action stretch)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            stretch();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
