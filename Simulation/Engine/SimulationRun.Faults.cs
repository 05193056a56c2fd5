using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine;

/// <content>What happens to the fleet: lost sites, drains, failing GPUs, preemption, withdrawn jobs, changes of load.</content>
internal sealed partial class SimulationRun
{
    private readonly List<WorkItem> _interruptedJobs = [];
    private readonly List<WorkItem> _evictedJobs = [];
    private readonly List<Run> _endedRuns = [];
    private readonly RandomStream[] _failureStreams;
    private readonly int[] _failureGenerations;

    private void OnScenarioEvent(ScenarioEvent entry)
    {
        switch (entry.Kind)
        {
            case ScenarioEventKind.LoseSite:
                LoseSite(entry.Site);
                break;
            case ScenarioEventKind.RecoverSite:
                _sites.Recover(entry.Site, _nowS);
                SiteBack(FleetEventKind.SiteBack, entry.Site);
                KeepCap();
                RescheduleGpuFailures(entry.Site);
                break;
            case ScenarioEventKind.DrainSite:
                DrainSite(entry.Site);
                break;
            case ScenarioEventKind.ResumeSite:
                _sites.EndDrain(entry.Site, _nowS);
                SiteBack(FleetEventKind.DrainEnded, entry.Site);
                break;
            case ScenarioEventKind.FailGpus:
                for (var i = 0L; i < entry.Count; i++)
                    FailGpu(entry.Site, Math.BitDecrement(1.0));
                break;
            case ScenarioEventKind.RepairGpus:
                for (var i = 0L; i < entry.Count; i++)
                    RepairGpu(entry.Site);
                break;
            case ScenarioEventKind.PreemptJobs:
                PreemptJobs(entry.Site, entry.Count);
                break;
            case ScenarioEventKind.CancelJob:
                CancelJob(new JobId(entry.Count));
                break;
            case ScenarioEventKind.SetLoad:
                SetLoad(entry.Factor);
                break;
            default:
                throw new InvalidOperationException($"A scenario has no event {entry.Kind}.");
        }
    }

    private void LoseSite(int site)
    {
        if (!_sites.Status(site, _nowS).IsUp)
            return;
        foreach (var run in Runs(site))
            _recorder.Interrupted(run, _nowS);
        _sites.Fail(site, _nowS, _interruptedJobs, _evictedJobs);
        LogSite(FleetEventKind.SiteLost, site);
        // The loss is noticed at once: leases end and connections break.
        Report(site);
        foreach (var item in _interruptedJobs)
            Log(FleetEventKind.Interrupted, item.Job, site, value: item.RemainingUnits);
        ReturnAll(_interruptedJobs, JobPhase.Running);
        EvictAll(site);
    }

    private void DrainSite(int site)
    {
        _sites.Drain(site, _nowS, _evictedJobs);
        LogSite(FleetEventKind.DrainBegun, site);
        Report(site);
        EvictAll(site);
    }

    private void EvictAll(int site)
    {
        foreach (var item in _evictedJobs)
            Log(FleetEventKind.Evicted, item.Job, site);
        ReturnAll(_evictedJobs, JobPhase.Queued);
    }

    private void ReturnAll(List<WorkItem> items, JobPhase from)
    {
        foreach (var item in items)
            Return(item, from);
        items.Clear();
    }

    private void SiteBack(FleetEventKind kind, int site)
    {
        LogSite(kind, site);
        Report(site);
        RetryHeld();
    }

    private void FailGpu(int site, double which)
    {
        if (UpGpus(site) == 0)
            return;
        if (_sites.FailGpu(site, which, _nowS, out var run, out var item))
        {
            _recorder.Interrupted(run, _nowS);
            _ledger.Move(JobPhase.Running, JobPhase.Queued);
            Log(FleetEventKind.Interrupted, item.Job, site, value: item.RemainingUnits);
        }

        LogSite(FleetEventKind.GpuFailed, site);
        Changed(site);
        StartWaiting(site);
    }

    private void RepairGpu(int site)
    {
        if (!_sites.RepairGpu(site, _nowS))
            return;
        LogSite(FleetEventKind.GpuRepaired, site);
        Changed(site);
        StartWaiting(site);
        RetryHeld();
        KeepCap();
    }

    // The time to the next failure among the working GPUs; drawn anew whenever their number changes (exponential times have no memory).
    private void ScheduleGpuFailure(int process)
    {
        var spec = _scenario.GpuFailures[process];
        var working = UpGpus(spec.Site);
        if (working == 0)
            return;
        var gapS = _failureStreams[process].NextExponential(working / spec.MeanTimeBetweenFailuresS);
        Schedule(_nowS + gapS, LoopEventKind.GpuFailure, process, ++_failureGenerations[process]);
    }

    private void OnGpuFailure(int process, int generation)
    {
        if (generation != _failureGenerations[process])
            return;
        var spec = _scenario.GpuFailures[process];
        if (UpGpus(spec.Site) == 0)
            return;
        var random = _failureStreams[process];
        FailGpu(spec.Site, random.NextUniform());
        Schedule(_nowS + random.NextExponential(1 / spec.MeanTimeToRepairS), LoopEventKind.GpuRepair, process);
        ScheduleGpuFailure(process);
    }

    private void OnGpuRepair(int process)
    {
        RepairGpu(_scenario.GpuFailures[process].Site);
        ScheduleGpuFailure(process);
    }

    private void RescheduleGpuFailures(int site)
    {
        for (var process = 0; process < _failureStreams.Length; process++)
        {
            if (_scenario.GpuFailures[process].Site == site)
                ScheduleGpuFailure(process);
        }
    }

    private void PreemptJobs(int site, long count)
    {
        var runs = Runs(site);
        for (var i = 0; i < runs.Count && i < count; i++)
        {
            _recorder.Interrupted(runs[i], _nowS);
            var item = _sites.Preempt(site, runs[i].Slot, _nowS);
            _ledger.Move(JobPhase.Running, JobPhase.Queued);
            Log(FleetEventKind.Interrupted, item.Job, site, value: item.RemainingUnits);
        }

        Changed(site);
        StartWaiting(site);
    }

    private void CancelJob(JobId id)
    {
        if (TryCancel(id, out var from, out var site))
        {
            _ledger.Move(from, JobPhase.Cancelled);
            Record(new FleetEvent(_nowS, FleetEventKind.Cancelled, id, -1, site));
            if (site < 0)
                return;
            Changed(site);
            StartWaiting(site);
        }
    }

    private bool TryCancel(JobId id, out JobPhase from, out int site)
    {
        site = -1;
        if (_ingresses.TryCancel(id, out var shipment))
        {
            from = shipment is null ? JobPhase.Held : JobPhase.Transferring;
            return true;
        }

        for (var i = 0; i < _scenario.Fleet.SiteCount; i++)
        {
            if (!_sites.TryCancel(i, id, _nowS, out var run))
                continue;
            from = run is null ? JobPhase.Queued : JobPhase.Running;
            if (run is { } ended)
                _recorder.Interrupted(ended, _nowS);
            site = i;
            return true;
        }

        from = default;
        return false;
    }

    private int UpGpus(int site) => _sites.Status(site, _nowS).UpGpus;

    private List<Run> Runs(int site)
    {
        _endedRuns.Clear();
        _sites.CollectRuns(site, _endedRuns);
        return _endedRuns;
    }

    private void SetLoad(double factor)
    {
        _workload.Load = factor;
        for (var ingress = 0; ingress < _arrivalGenerations.Length; ingress++)
        {
            _arrivalGenerations[ingress]++;
            ScheduleArrival(ingress);
        }
    }
}
