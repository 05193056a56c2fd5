using System.Diagnostics;
using System.Threading.Channels;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>Submissions over all connections for a while. Numbers of jobs go on from run to run.</summary>
/// <param name="submitters">The callers.</param>
/// <param name="jobs">Jobs in a request.</param>
internal sealed class LoadRun(IReadOnlyList<Submitter> submitters, int jobs)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private long _next;

    /// <summary>Closed loop: every caller sends its next request when the last was answered.</summary>
    /// <param name="time">How long.</param>
    /// <returns>What became of them, and how long it took until the last answer.</returns>
    public async Task<(SubmissionTally Tally, TimeSpan Elapsed)> Closed(TimeSpan time)
    {
        var tally = new SubmissionTally();
        using var end = new CancellationTokenSource(time + Grace);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(submitters.Select(submitter => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < time)
                await submitter.Submit(Interlocked.Add(ref _next, jobs) - jobs, Stopwatch.GetTimestamp(), tally, end.Token);
        })));
        return (tally, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// Open loop: requests are due at random moments (Poisson), whatever became of those before. One that finds no connection free waits, and its latency counts from
    /// the moment at which it was due: a node that stands still for a second is not excused from the requests of that second.
    /// </summary>
    /// <param name="requestsPerS">Requests a second.</param>
    /// <param name="time">How long.</param>
    /// <returns>What became of them, and how long it took until the last answer.</returns>
    public async Task<(SubmissionTally Tally, TimeSpan Elapsed)> Open(double requestsPerS, TimeSpan time)
    {
        var tally = new SubmissionTally();
        using var end = new CancellationTokenSource(time + Grace);
        var arrivals = Channel.CreateUnbounded<long>();
        var began = Stopwatch.GetTimestamp();
        var pacing = new Thread(() => Pace(arrivals.Writer, began, requestsPerS, time)) { IsBackground = true, Name = "arrivals" };
        pacing.Start();
        await Task.WhenAll(submitters.Select(submitter => Task.Run(async () =>
        {
            await foreach (var due in arrivals.Reader.ReadAllAsync())
                await submitter.Submit(Interlocked.Add(ref _next, jobs) - jobs, due, tally, end.Token);
        })));
        return (tally, Stopwatch.GetElapsedTime(began));
    }

    // A thread that sleeps for a millisecond at a time: what is late by that counts as latency, and no core is spent on waiting.
    private static void Pace(ChannelWriter<long> arrivals, long began, double requestsPerS, TimeSpan time)
    {
        var random = new Random(20_311);
        for (var dueS = 0.0; dueS < time.TotalSeconds;)
        {
            if (Stopwatch.GetElapsedTime(began).TotalSeconds < dueS)
            {
                Thread.Sleep(1);
                continue;
            }

            arrivals.TryWrite(began + (long)(dueS * Stopwatch.Frequency));
            dueS -= Math.Log(1 - random.NextDouble()) / requestsPerS;
        }

        arrivals.Complete();
    }
}
