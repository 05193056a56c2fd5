using ControlPlane.Client.Hosting;
using ControlPlane.Client.Regions;
using Orleans.Serialization;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>Makes a call again while its outcome is unknown, with growing pauses: every call to a live grain may be repeated.</summary>
/// <param name="target">The region, and for how long a call is repeated.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Ends waiting at once.</param>
internal sealed class GrainCalls(RegionTarget target, TimeProvider time, CancellationToken cancellation)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private long _repeated;

    /// <summary>How many calls were made again.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Whether a failure says nothing about the outcome: the call may be made again.</summary>
    /// <param name="failure">What a call threw.</param>
    /// <returns>True also for a failure of a type that only the silo knows, such as its database driver's.</returns>
    public static bool IsPassing(Exception failure) =>
        failure is OrleansException or TimeoutException or OperationCanceledException or UnavailableExceptionFallbackException;

    /// <summary>Makes a call until it is answered.</summary>
    /// <typeparam name="T">Its answer.</typeparam>
    /// <param name="call">The call.</param>
    /// <exception cref="RegionUnreachableException">It was not answered in time.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<T> Call<T>(Func<Task<T>> call)
    {
        var start = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                return await call().WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested && IsPassing(e))
            {
                if (time.GetElapsedTime(start) > target.GiveUp)
                    throw new RegionUnreachableException(
                        $"region '{target.Region}' did not answer within {target.GiveUp.TotalSeconds:0.#} s (--give-up): {e.Message.ReplaceLineEndings(" ")}");
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a call without an answer until it has taken effect.</summary>
    /// <param name="call">The call.</param>
    public Task Call(Func<Task> call) => Call(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    });
}
