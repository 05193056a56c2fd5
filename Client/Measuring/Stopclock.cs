using System.Diagnostics;

namespace ControlPlane.Client.Measuring;

/// <summary>Measures time and allocation of work on this thread.</summary>
internal static class Stopclock
{
    /// <summary>Runs work and measures it.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work.</param>
    /// <returns>What it gives, seconds, bytes allocated.</returns>
    public static (T Value, double ElapsedS, long AllocatedBytes) Measure<T>(Func<T> work)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var value = work();
        return (value, clock.Elapsed.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
