using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>The paper fleet as a live region that takes jobs as fast as callers bring them; its clock goes fast, so that jobs also end.</summary>
/// <param name="grains">Reaches the cluster.</param>
/// <param name="storage">What its storage is called in the table.</param>
/// <param name="policy">Its policy.</param>
internal sealed class PlacementStand(IGrainFactory grains, string storage, string policy)
{
    private const double Speed = 100;
    private const double SizeUnits = 200;
    private readonly string _region = $"bench-{Guid.NewGuid():N}";
    private long _job;

    private IIngressGrain[] Ingresses { get; } = new IIngressGrain[PaperFleet.Model.Ingresses.Count];

    /// <summary>Opens the region.</summary>
    public async Task Open()
    {
        var setup = new RegionSetup(PaperFleet.Model.ToWire(), new PolicyRecord(policy, []), 1, SizeUnits, 100, Speed: Speed);
        await grains.GetGrain<ICoordinatorGrain>(_region).Configure(setup);
        for (var i = 0; i < Ingresses.Length; i++)
            await (Ingresses[i] = grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(_region, PaperFleet.Model.Ingresses[i]))).Wake();
        await Task.WhenAll(PaperFleet.Sites.Select(s => grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(_region, s.Name)).Wake()));
    }

    /// <summary>Brings jobs for a while.</summary>
    /// <param name="callers">Callers at once.</param>
    /// <param name="jobsACall">Jobs in a submission.</param>
    /// <param name="seconds">How long.</param>
    public async Task<PlacementFigures> Run(int callers, int jobsACall, double seconds)
    {
        using var counts = new JournalCounts();
        var latencies = new ConcurrentBag<double>();
        var (before, written) = (await Account(), counts.Read());
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(c => Task.Run(() => Submit(c, jobsACall, started, seconds, latencies))));
        var (after, elapsedS, end) = (await Account(), Stopwatch.GetElapsedTime(started).TotalSeconds, counts.Read());
        var sorted = latencies.Order().ToArray();
        var placements = after.Placed - before.Placed;
        var commits = end.Commits - written.Commits;
        return new PlacementFigures(
            storage,
            Ingresses.Length,
            callers,
            jobsACall,
            elapsedS,
            placements,
            placements / elapsedS,
            after.Completed - before.Completed,
            sorted[sorted.Length / 2],
            sorted[(int)(sorted.Length * 0.99)],
            commits,
            (double)(end.Operations - written.Operations) / commits,
            (double)(end.Bytes - written.Bytes) / commits);
    }

    private async Task Submit(int caller, int jobsACall, long started, double seconds, ConcurrentBag<double> latencies)
    {
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            var first = Interlocked.Add(ref _job, jobsACall) - jobsACall + 1;
            ImmutableArray<JobRequest> jobs = [.. Enumerable.Range(0, jobsACall).Select(i => new JobRequest(first + i, SizeUnits, null))];
            var begun = Stopwatch.GetTimestamp();
            var codes = await Ingresses[caller % Ingresses.Length].Submit(jobs);
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (codes.Any(c => c == SubmitCode.Full))
                await Task.Delay(10);
        }
    }

    // Placed so far: what has ended was placed before.
    private async Task<(long Placed, long Completed)> Account()
    {
        var accounts = await Task.WhenAll(Ingresses.Select(i => i.Account()));
        return (accounts.Sum(a => a.Placed + a.Completed), accounts.Sum(a => a.Completed));
    }
}
