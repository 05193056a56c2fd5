using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Grains.Decisions;

/// <summary>The shadow as one worker asks it, and what it said that the coordinator was not told of. A report stays as it is until it was told, so that it counts once however often it is told.</summary>
/// <param name="shadow">The shadow.</param>
/// <param name="runner">Asks it.</param>
/// <param name="worker">The worker.</param>
internal sealed class WorkerShadow(ShadowRecord shadow, ShadowRunner runner, string worker)
{
    private ShadowTally _tally = new();
    private ShadowReportRecord? _report;
    private long _number;

    /// <summary>Whether it would be asked about a decision now.</summary>
    public bool IsListening => runner.IsListening;

    /// <summary>Whether it is the shadow of a publication.</summary>
    /// <param name="published">The publication's; null where it has none.</param>
    public bool Is(ShadowRecord? published) => published?.Began == shadow.Began;

    /// <summary>The worker's view is another one.</summary>
    /// <param name="view">The view.</param>
    public void Move(FleetView view) => runner.Mirror.Move(view);

    /// <summary>A decision was taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="preferred">Sites that are tried first; null for none.</param>
    /// <param name="view">What was known.</param>
    /// <param name="done">The decision.</param>
    /// <param name="options">Options as the policy that decided scores them.</param>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement done, ReadOnlySpan<RankedOption> options) =>
        runner.Decided(job, preferred, view, done, options);

    /// <summary>A run is complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="endS">When it ended.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Completed(Run run, int site, double endS, double nowS) => runner.Completed(run, site, endS, nowS);

    /// <summary>Counts what it said meanwhile.</summary>
    public void Look()
    {
        if (!runner.TryFetch(out var verdicts, out var dropped))
            return;
        _tally = verdicts.Aggregate(_tally.Drop(dropped), (tally, verdict) => tally.Add(verdict));
    }

    /// <summary>What there is to tell; null when there is nothing.</summary>
    public ShadowReportRecord? Untold()
    {
        Look();
        if (_report is not null || _tally is { Compared: 0, Failed: 0, Dropped: 0 })
            return _report;
        _report = new ShadowReportRecord(shadow.Began, worker, ++_number, _tally.ToWire());
        _tally = new ShadowTally { FailedInARow = _tally.FailedInARow };
        return _report;
    }

    /// <summary>The coordinator was told.</summary>
    public void Told() => _report = null;

    /// <summary>It is asked no more.</summary>
    public void End() => runner.Dispose();
}
