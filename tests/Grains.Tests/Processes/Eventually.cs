using System.Diagnostics;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>Waits for something that other processes bring about. The limit only ends a test that would hang; how long it takes is not judged.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Asks again and again until the answer is right; an error counts as not yet.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="ask">The question.</param>
    public static async Task Holds(string what, Func<Task<bool>> ask)
    {
        var waited = Stopwatch.StartNew();
        Exception? last = null;
        while (waited.Elapsed < Limit)
        {
            try
            {
                if (await ask())
                    return;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                last = e;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Within {Limit.TotalSeconds:0} s it did not come about that {what}.", last);
    }
}
