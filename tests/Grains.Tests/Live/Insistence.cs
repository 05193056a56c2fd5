using System.Diagnostics;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>Makes a call again until it is answered, as every caller of the control plane may. The limit only ends a test that would hang.</summary>
internal static class Insistence
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Until there is an answer.</summary>
    public static Task<T> Until<T>(Func<Task<T>> call) => Until(call, _ => true);

    /// <summary>Until the answer is as expected.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isExpected">Whether it is.</param>
    public static async Task<T> Until<T>(Func<Task<T>> call, Func<T, bool> isExpected)
    {
        var waited = Stopwatch.StartNew();
        object? last = null;
        while (waited.Elapsed < Limit)
        {
            try
            {
                var answer = await call();
                if (isExpected(answer))
                    return answer;
                last = answer;
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                last = error;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException($"Within {Limit.TotalSeconds:0} s there was no answer as expected; the last was {last}");
    }
}
