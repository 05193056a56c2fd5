using System.Collections.Concurrent;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>Submits and withdraws jobs, each call again until it is answered, and remembers what was acknowledged.</summary>
/// <param name="region">The region.</param>
internal sealed class Submitter(LiveRegion region)
{
    private readonly ConcurrentDictionary<long, int> _acknowledged = [];
    private readonly ConcurrentDictionary<long, CancelCode> _withdrawn = [];
    private long _last;

    /// <summary>Ingress by acknowledged job.</summary>
    public IReadOnlyDictionary<long, int> Acknowledged => _acknowledged;

    /// <summary>What was answered to the withdrawals, by job.</summary>
    public IReadOnlyDictionary<long, CancelCode> Withdrawn => _withdrawn;

    /// <summary>Submits jobs of given sizes under new numbers in one call.</summary>
    /// <returns>Their numbers.</returns>
    public async Task<IReadOnlyList<long>> Submit(int ingress, IEnumerable<double> sizesUnits, SiteSetRecord? constraint = null)
    {
        JobRequest[] jobs = [.. sizesUnits.Select(size => new JobRequest(Interlocked.Increment(ref _last), size, constraint))];
        var codes = await Insistence.Until(
            () => region.Ingresses[ingress].Submit([.. jobs]),
            codes => !codes.Contains(SubmitCode.Full));
        Assert.All(codes, code => Assert.InRange(code, SubmitCode.Accepted, SubmitCode.Known));
        foreach (var job in jobs)
            Assert.True(_acknowledged.TryAdd(job.Id, ingress));
        return [.. jobs.Select(j => j.Id)];
    }

    /// <summary>Withdraws an acknowledged job.</summary>
    public async Task Cancel(long job)
    {
        var code = await Insistence.Until(() => region.Ingresses[_acknowledged[job]].Cancel(job));
        Assert.NotEqual(CancelCode.Unknown, code);
        _withdrawn[job] = code;
    }

    /// <summary>Submits jobs of random sizes in calls of random length, from several callers at once, and withdraws some of them.</summary>
    /// <param name="seed">Seed of all that is random.</param>
    /// <param name="jobs">Number of jobs.</param>
    /// <param name="withdrawnShare">Share of them that is withdrawn.</param>
    /// <param name="callers">How many call at once.</param>
    public Task SubmitMany(int seed, int jobs, double withdrawnShare = 0, int callers = 8) => Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
    {
        var random = new Random(seed * callers + caller);
        var left = jobs / callers + (caller < jobs % callers ? 1 : 0);
        while (left > 0)
        {
            var count = Math.Min(left, random.Next(1, 6));
            left -= count;
            var ids = await Submit(random.Next(region.Fleet.Ingresses.Count), Enumerable.Range(0, count).Select(_ => 20 + 300 * random.NextDouble()));
            await Task.WhenAll(ids.Where(_ => random.NextDouble() < withdrawnShare).ToArray().Select(Cancel));
        }
    }));

    /// <summary>Submits jobs as they come in a day's work until it is told to stop: mostly short ones, now and then one that is a hundred times as long.</summary>
    /// <param name="seed">Seed of all that is random.</param>
    /// <param name="pause">Mean pause of a caller between two calls.</param>
    /// <param name="stop">Ends it; calls under way are finished first.</param>
    /// <param name="callers">How many call at once.</param>
    public Task SubmitUntil(int seed, TimeSpan pause, CancellationToken stop, int callers = 4) => Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
    {
        var random = new Random(seed * callers + caller);
        while (!stop.IsCancellationRequested)
        {
            var sizes = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(100) == 0 ? 10_000 : 20 + 160 * random.NextDouble()).ToArray();
            await Submit(random.Next(region.Fleet.Ingresses.Count), sizes);
            await Task.Delay(2 * random.NextDouble() * pause, CancellationToken.None);
        }
    }));
}
