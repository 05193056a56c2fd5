using System.Collections.Concurrent;
using System.Diagnostics;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>Collects the latencies of one cell of the table over its rounds.</summary>
/// <param name="policy">The policy.</param>
/// <param name="sites">Number of sites.</param>
/// <param name="callers">Callers at once.</param>
internal sealed class LatencyLog(string policy, int sites, int callers)
{
    private readonly List<long> _ticks = [];
    private readonly ConcurrentDictionary<BoardPositionRecord, bool> _boards = [];
    private readonly ConcurrentDictionary<string, bool> _workers = [];
    private double _elapsedS;

    /// <summary>Callers at once.</summary>
    public int Callers => callers;

    /// <summary>Notes what a reply rests on.</summary>
    public void Note(DecisionReply reply)
    {
        _boards.TryAdd(reply.Board, true);
        _workers.TryAdd(reply.Worker, true);
    }

    /// <summary>Adds a round.</summary>
    /// <param name="ticks">Latencies of all its callers.</param>
    /// <param name="elapsedS">How long it took, s.</param>
    public void Add(IEnumerable<long> ticks, double elapsedS)
    {
        _ticks.AddRange(ticks);
        _elapsedS += elapsedS;
    }

    /// <summary>The figures of all rounds.</summary>
    public DecisionFigures Figures()
    {
        _ticks.Sort();
        return new DecisionFigures(
            policy, sites, callers, _ticks.Count, QuantileUs(0.5), QuantileUs(0.99), QuantileUs(1), _ticks.Count / _elapsedS, _boards.Count, _workers.Count);
    }

    private double QuantileUs(double share) => _ticks[Math.Min(_ticks.Count - 1, (int)(share * _ticks.Count))] * 1e6 / Stopwatch.Frequency;
}
