namespace ControlPlane.Client.Node;

/// <summary>Makes a call again while its outcome is unknown or the node asks to try later, with growing pauses: every call to a node may be repeated.</summary>
/// <param name="giveUp">How long; zero for one try.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told the first failure of a call that is repeated.</param>
internal sealed class NodeCalls(TimeSpan giveUp, TimeProvider time, Action<string> tell)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>Makes a call until it is answered.</summary>
    /// <typeparam name="T">Its answer.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends waiting at once.</param>
    /// <exception cref="NodeRefusedException">The node does not do it.</exception>
    /// <exception cref="NodeUnreachableException">It was not answered in time.</exception>
    public async Task<T> Call<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        for (var repeats = 0; ; repeats++)
        {
            TimeSpan wait;
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception e) when (giveUp > TimeSpan.Zero && IsPassing(e))
            {
                wait = Pause(repeats, (e as NodeRefusedException)?.RetryAfter);
                if (time.GetElapsedTime(start) + wait > giveUp)
                    throw new NodeUnreachableException($"{e.Message}; gave up after {giveUp.TotalSeconds:0.#} s (--give-up)");
                if (repeats == 0)
                    tell($"{e.Message}; trying again for up to {giveUp.TotalSeconds:0.#} s (--give-up)");
            }

            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a call may be made again.</summary>
    /// <param name="failure">How it ended.</param>
    public static bool IsPassing(Exception failure) => failure is NodeUnreachableException or NodeRefusedException { IsPassing: true };

    /// <summary>How long to wait before a call is made again.</summary>
    /// <param name="repeats">How often it was.</param>
    /// <param name="asked">What the node asked for; null if nothing.</param>
    public static TimeSpan Pause(int repeats, TimeSpan? asked)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(repeats, 10));
        pause = pause < LongestPause ? pause : LongestPause;
        return asked > pause ? asked.Value : pause;
    }
}
