using System.Collections.Concurrent;
using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>
/// Asks an ingress for every job that it answers for until the job has ended. It looks again only when the ledger says that jobs have ended or when there are new ones, and
/// soon enough that they are not forgotten meanwhile.
/// </summary>
/// <param name="grain">The ingress.</param>
/// <param name="calls">Makes calls until they are answered.</param>
/// <param name="tally">Told about every end.</param>
internal sealed class JobFollower(IIngressGrain grain, GrainCalls calls, PlayTally tally)
{
    private const int MostPerQuestion = 1000;
    private const int MostPerLook = 10 * MostPerQuestion;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private static readonly int Remembered = new LiveOptions().JobsRemembered;
    private readonly ConcurrentQueue<(long Id, long EndedBefore)> _live = new();
    private long _endedAtIngress;
    private int _hasNew;
    private int _toVisit;

    /// <summary>How many jobs of the ingress had ended, ever, when it was last asked.</summary>
    public long EndedAtIngress => Interlocked.Read(ref _endedAtIngress);

    /// <summary>Jobs that have not been seen to end.</summary>
    public int Live => _live.Count;

    /// <summary>The ingress answers for a job.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="endedBefore">At least so many jobs of the ingress had ended before it was accepted.</param>
    public void Add(long id, long endedBefore)
    {
        _live.Enqueue((id, endedBefore));
        Volatile.Write(ref _hasNew, 1);
    }

    /// <summary>Follows the jobs until cancelled.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async Task Follow(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            await Look().ConfigureAwait(false);
    }

    private async Task Look()
    {
        // The ledger first: what ends after this shows in the next one. What is new may have ended before it: its acknowledgement came late.
        var hasNew = Interlocked.Exchange(ref _hasNew, 0) == 1;
        var ended = await CountEnded().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _endedAtIngress, ended) != ended || hasNew)
            _toVisit = _live.Count;
        for (var left = Math.Min(_toVisit, MostPerLook); left > 0;)
        {
            var asked = await Ask(Math.Min(left, MostPerQuestion)).ConfigureAwait(false);
            left -= asked;
            _toVisit -= asked;
        }
    }

    private async Task<int> Ask(int most)
    {
        List<(long Id, long EndedBefore)> jobs = [];
        while (jobs.Count < most && _live.TryDequeue(out var job))
            jobs.Add(job);
        var (states, ended) = await Find(jobs).ConfigureAwait(false);
        foreach (var (job, state) in jobs.Zip(states))
        {
            if (state.State == JobStateCode.Unknown)
                tally.SawUnknown(job.Id, mayBeForgotten: ended - job.EndedBefore > Remembered);
            else if (state.State >= JobStateCode.Completed)
                tally.SawEnd(state.State);
            else
                _live.Enqueue(job);
        }

        return most;
    }

    private async Task<(ImmutableArray<JobStateRecord> States, long Ended)> Find(List<(long Id, long EndedBefore)> jobs)
    {
        try
        {
            var states = await calls.Call(() => grain.Find([.. jobs.Select(j => j.Id)])).ConfigureAwait(false);
            return (states, states.Any(s => s.State == JobStateCode.Unknown) ? await CountEnded().ConfigureAwait(false) : 0);
        }
        catch
        {
            foreach (var job in jobs)
                _live.Enqueue(job);
            throw;
        }
    }

    private async Task<long> CountEnded()
    {
        var account = await calls.Call(grain.Account).ConfigureAwait(false);
        return account.Completed + account.Cancelled + account.Rejected;
    }
}
