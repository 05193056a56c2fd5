using System.Collections.Concurrent;
using System.Diagnostics;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>What became of submissions, for any number of threads.</summary>
internal sealed class SubmissionTally
{
    private readonly ConcurrentDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private long _jobs;
    private long _repeats;
    private long _broken;
    private long _unknown;

    /// <summary>Latencies of requests whose jobs were all acknowledged, from the moment at which they were due.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Numbers of the acknowledged jobs: the first of each request with how many follow.</summary>
    public ConcurrentQueue<(long First, int Count)> Acknowledged { get; } = new();

    /// <summary>Acknowledged jobs.</summary>
    public long Jobs => Interlocked.Read(ref _jobs);

    /// <summary>Requests that were sent again, because the node asked for it or the connection broke.</summary>
    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>Connections that broke.</summary>
    public long Broken => Interlocked.Read(ref _broken);

    /// <summary>Jobs whose outcome stayed unknown.</summary>
    public long Unknown => Interlocked.Read(ref _unknown);

    /// <summary>Refused jobs by status and reason.</summary>
    public IReadOnlyDictionary<string, long> Refusals => _refusals;

    /// <summary>A request was acknowledged.</summary>
    /// <param name="first">Number of its first job.</param>
    /// <param name="count">Number of its jobs.</param>
    /// <param name="due">When it was due.</param>
    public void Acknowledge(long first, int count, long due)
    {
        Latency.Add(Stopwatch.GetElapsedTime(due));
        Interlocked.Add(ref _jobs, count);
        Acknowledged.Enqueue((first, count));
    }

    /// <summary>Jobs were refused for good.</summary>
    /// <param name="reason">Status and reason.</param>
    /// <param name="count">Number of jobs.</param>
    public void Refuse(string reason, int count) => _refusals.AddOrUpdate(reason, count, (_, before) => before + count);

    /// <summary>A request is sent again.</summary>
    public void Repeat() => Interlocked.Increment(ref _repeats);

    /// <summary>A connection broke.</summary>
    public void Break() => Interlocked.Increment(ref _broken);

    /// <summary>The load ended before the outcome of jobs was known.</summary>
    /// <param name="count">Number of jobs.</param>
    public void GiveUp(int count) => Interlocked.Add(ref _unknown, count);
}
