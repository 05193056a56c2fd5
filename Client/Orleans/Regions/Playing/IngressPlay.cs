using System.Collections.Immutable;
using System.Threading.Channels;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>Submits the jobs of one ingress: a few batches at a time, each repeated until it is acknowledged.</summary>
/// <param name="grain">The ingress.</param>
/// <param name="calls">Makes calls until they are answered.</param>
/// <param name="tally">Told about every answer.</param>
/// <param name="follower">Told about every job that the ingress answers for.</param>
/// <param name="patience">How long a full ingress is tried again while nothing moves.</param>
internal sealed class IngressPlay(IIngressGrain grain, GrainCalls calls, PlayTally tally, JobFollower follower, TimeSpan patience)
{
    private const int Senders = 4;
    private const int MostPerBatch = 256;
    private const int MostWaiting = 16 * MostPerBatch;
    private static readonly TimeSpan FullPause = TimeSpan.FromMilliseconds(200);

    // Whoever is faster than the region waits here.
    private readonly Channel<JobRequest> _jobs = Channel.CreateBounded<JobRequest>(MostWaiting);

    /// <summary>A job is due.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public ValueTask Add(JobRequest job, CancellationToken cancellation) => _jobs.Writer.WriteAsync(job, cancellation);

    /// <summary>No more jobs will come.</summary>
    public void Close() => _jobs.Writer.TryComplete();

    /// <summary>Submits all jobs.</summary>
    /// <param name="cancellation">Ends it.</param>
    public Task Send(CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendBatches(cancellation)));

    private async Task SendBatches(CancellationToken cancellation)
    {
        List<JobRequest> batch = [];
        while (await _jobs.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            while (batch.Count < MostPerBatch && _jobs.Reader.TryRead(out var job))
                batch.Add(job);
            await Submit([.. batch], cancellation).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task Submit(ImmutableArray<JobRequest> jobs, CancellationToken cancellation)
    {
        while (!jobs.IsEmpty)
        {
            var endedBefore = follower.EndedAtIngress;
            var start = TimeProvider.System.GetTimestamp();
            var sent = jobs;
            var codes = await calls.Call(() => grain.Submit(sent)).ConfigureAwait(false);
            jobs = Take(sent, codes, TimeProvider.System.GetElapsedTime(start), endedBefore);
            if (jobs.IsEmpty)
                return;
            if (tally.Still > patience)
            {
                tally.GaveUp(jobs.Length);
                return;
            }

            await Task.Delay(FullPause, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the answers in.</summary>
    /// <returns>The jobs that the ingress has no room for now.</returns>
    private ImmutableArray<JobRequest> Take(ImmutableArray<JobRequest> jobs, ImmutableArray<SubmitCode> codes, TimeSpan took, long endedBefore)
    {
        foreach (var (job, code) in jobs.Zip(codes))
        {
            if (code == SubmitCode.Full)
                continue;
            tally.Submitted(code, took);
            if (code is SubmitCode.Accepted or SubmitCode.Known)
                follower.Add(job.Id, endedBefore);
        }

        return [.. jobs.Zip(codes).Where(answer => answer.Second == SubmitCode.Full).Select(answer => answer.First)];
    }
}
