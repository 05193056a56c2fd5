using System.Diagnostics;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Benchmarks.Node;

/// <summary>A job home of the paper fleet behind a journal. Every submission holds a job and withdraws the one that came some thousands before, so that the state stays as long.</summary>
/// <param name="host">The journal.</param>
/// <param name="storage">What it is called in the table.</param>
/// <param name="live">Jobs that the home has in the long run.</param>
internal sealed class JournalStand(JournalHost<JobHome> host, string storage, int live)
{
    private long _job;

    /// <summary>An empty home.</summary>
    public static JobHome Home(Fleet.Journal.IOperationLog log) => new(0, PaperFleet.Model, LeaseTerms.Default, log);

    /// <summary>Submits for a while.</summary>
    /// <param name="callers">Callers at once.</param>
    /// <param name="seconds">How long.</param>
    public async Task<JournalFigures> Run(int callers, double seconds)
    {
        using var commits = new CommitCount();
        var begun = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => Submit(begun, seconds))));
        var elapsedS = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var sorted = latencies.SelectMany(l => l).Order().ToArray();
        return new JournalFigures(
            storage, callers, elapsedS, sorted.Length, sorted.Length / elapsedS,
            sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)], sorted[^1], commits.Read() / elapsedS);
    }

    private async Task<List<double>> Submit(long begun, double seconds)
    {
        var latencies = new List<double>();
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
        {
            var id = Interlocked.Increment(ref _job);
            var called = Stopwatch.GetTimestamp();
            var outcome = await host.Perform(home => Submit(home, id));
            latencies.Add(Stopwatch.GetElapsedTime(called).TotalMilliseconds);
            if (outcome != SubmitOutcome.Accepted)
                throw new InvalidOperationException($"Job {id} was {outcome}.");
        }

        return latencies;
    }

    private SubmitOutcome Submit(JobHome home, long id)
    {
        home.Cancel(new JobId(id - live), id);
        return home.Submit(new Job(new JobId(id), 0, 100, id), Placement.Hold, id);
    }
}
