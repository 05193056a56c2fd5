using System.Runtime.InteropServices;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Capping;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Engine;

/// <content>The power cap: looked at from time to time and after each start.</content>
internal sealed partial class SimulationRun
{
    private readonly PowerCapper? _capper;
    private readonly List<Run> _capRuns = [];
    private readonly List<CappedRun> _cappedRuns = [];
    private long _reclocks;
    private double _aboveCapS;
    private double _peakW;
    private double _cappedAtS;
    private double _cappedW;

    private PowerCapResult? CapResult() =>
        _scenario.PowerCap is { } cap ? new PowerCapResult(cap.LimitW, _reclocks, _aboveCapS, _peakW) : null;

    private void OnPowerCap()
    {
        KeepCap(mayRaise: true);
        Schedule(_nowS + _scenario.PowerCap!.EveryS, LoopEventKind.PowerCap);
    }

    // After all that raises the power: a start, a repair, a site that comes back, if only with GPUs asleep.
    private void KeepCap(bool mayRaise = false)
    {
        if (_capper is null)
            return;
        Meter();
        _cappedW = PowerW();
        if (!mayRaise && !_capper.IsAbove(_cappedW))
            return;
        CollectRuns();
        foreach (var change in _capper.Plan(CollectionsMarshal.AsSpan(_cappedRuns), _cappedW, mayRaise))
            Reclock(change);
        _cappedW = PowerW();
    }

    private double PowerW()
    {
        var powerW = 0.0;
        for (var site = 0; site < _scenario.Fleet.SiteCount; site++)
            powerW += _sites.Status(site, _nowS).PowerW;
        return powerW;
    }

    // The power since the last look is what was left then: what raises it, a start, a repair, a site that comes back, is looked at.
    private void Meter()
    {
        var seconds = _nowS - _cappedAtS;
        if (seconds <= 0 || _capper is null)
            return;
        _peakW = Math.Max(_peakW, _cappedW);
        if (_cappedW > _scenario.PowerCap!.LimitW)
            _aboveCapS += seconds;
        _cappedAtS = _nowS;
    }

    private void CollectRuns()
    {
        _cappedRuns.Clear();
        for (var site = 0; site < _scenario.Fleet.SiteCount; site++)
        {
            _capRuns.Clear();
            _sites.CollectRuns(site, _capRuns);
            foreach (var run in _capRuns)
                _cappedRuns.Add(new CappedRun(run.Item.Job.Id, site, run.Slot, run.Allocation));
        }
    }

    private void Reclock(in ClockChange change)
    {
        var run = _sites.Reclock(change.Site, change.Slot, change.ClockLevel, _nowS, out var before);
        _reclocks++;
        _recorder.Reclocked(before, _nowS);
        Log(FleetEventKind.Reclocked, run.Item.Job, change.Site, run.Allocation, run.Item.RemainingUnits);
        Schedule(run.FinishS, LoopEventKind.Finish, change.Site, run.Slot, run.Generation);
        Changed(change.Site);
    }
}
