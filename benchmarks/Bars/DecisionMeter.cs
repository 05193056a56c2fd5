using System.Diagnostics;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Times every placement decision of a run after a warm-up.</summary>
/// <param name="warmUpS">Simulated seconds before the first decision that counts.</param>
internal sealed class DecisionMeter(double warmUpS) : IDecisionObserver
{
    private readonly List<long> _ticks = new(1 << 18);
    private long _started;
    private bool _counts;

    public void Deciding(in Job job, FleetView view, IPlacementPolicy policy)
    {
        _counts = view.NowS >= warmUpS;
        _started = Stopwatch.GetTimestamp();
    }

    public void Decided(in Job job, in Placement placement)
    {
        var ended = Stopwatch.GetTimestamp();
        if (_counts)
            _ticks.Add(ended - _started);
    }

    /// <summary>Decisions that count.</summary>
    public int Count => _ticks.Count;

    /// <summary>The time below which a share of the decisions stays, µs.</summary>
    public double QuantileUs(double share)
    {
        _ticks.Sort();
        return _ticks[Math.Min(_ticks.Count - 1, (int)(share * _ticks.Count))] * 1e6 / Stopwatch.Frequency;
    }
}
