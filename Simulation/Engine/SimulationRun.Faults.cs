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
    private readonly RandomStream[] _failureStreams;
    private readonly int[] _failureGenerations;

    private void OnScenarioEvent(ScenarioEvent entry)
    {
        switch (entry.Kind)
        {
            case ScenarioEventKind.LoseSite:
                LoseSite(_sites[entry.Site]);
                break;
            case ScenarioEventKind.RecoverSite:
                _sites[entry.Site].Recover(_nowS);
                SiteBack(FleetEventKind.SiteBack, entry.Site);
                RescheduleGpuFailures(entry.Site);
                break;
            case ScenarioEventKind.DrainSite:
                DrainSite(_sites[entry.Site]);
                break;
            case ScenarioEventKind.ResumeSite:
                _sites[entry.Site].Resume(_nowS);
                SiteBack(FleetEventKind.DrainEnded, entry.Site);
                break;
            case ScenarioEventKind.FailGpus:
                for (var i = 0L; i < entry.Count; i++)
                    FailGpu(_sites[entry.Site], Math.BitDecrement(1.0));
                break;
            case ScenarioEventKind.RepairGpus:
                for (var i = 0L; i < entry.Count; i++)
                    RepairGpu(_sites[entry.Site]);
                break;
            case ScenarioEventKind.PreemptJobs:
                PreemptJobs(_sites[entry.Site], entry.Count);
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

    private void LoseSite(DataCenter site)
    {
        if (!site.IsUp)
            return;
        site.VisitRuns(run => _recorder.Interrupted(run, _nowS));
        site.Fail(_nowS, _interruptedJobs, _evictedJobs);
        LogSite(FleetEventKind.SiteLost, site.Index);
        // The loss is noticed at once: leases end and connections break.
        _view.Report(site.Status(_nowS));
        foreach (var item in _interruptedJobs)
            Log(FleetEventKind.Interrupted, item.Job, site.Index, value: item.RemainingUnits);
        ReturnAll(_interruptedJobs, JobPhase.Running);
        EvictAll(site);
    }

    private void DrainSite(DataCenter site)
    {
        site.Drain(_nowS, _evictedJobs);
        LogSite(FleetEventKind.DrainBegun, site.Index);
        _view.Report(site.Status(_nowS));
        EvictAll(site);
    }

    private void EvictAll(DataCenter site)
    {
        foreach (var item in _evictedJobs)
            Log(FleetEventKind.Evicted, item.Job, site.Index);
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
        _view.Report(_sites[site].Status(_nowS));
        RetryHeld();
    }

    private void FailGpu(DataCenter site, double which)
    {
        if (site.UpGpus == 0)
            return;
        if (site.FailGpu(which, _nowS, out var run, out var item))
        {
            _recorder.Interrupted(run, _nowS);
            _ledger.Move(JobPhase.Running, JobPhase.Queued);
            Log(FleetEventKind.Interrupted, item.Job, site.Index, value: item.RemainingUnits);
            site.Requeue(item);
        }

        LogSite(FleetEventKind.GpuFailed, site.Index);
        Changed(site);
        StartWaiting(site);
    }

    private void RepairGpu(DataCenter site)
    {
        if (!site.RepairGpu(_nowS))
            return;
        LogSite(FleetEventKind.GpuRepaired, site.Index);
        Changed(site);
        StartWaiting(site);
        RetryHeld();
    }

    // The time to the next failure among the working GPUs; drawn anew whenever their number changes (exponential times have no memory).
    private void ScheduleGpuFailure(int process)
    {
        var spec = _scenario.GpuFailures[process];
        var working = _sites[spec.Site].UpGpus;
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
        if (_sites[spec.Site].UpGpus == 0)
            return;
        var random = _failureStreams[process];
        FailGpu(_sites[spec.Site], random.NextUniform());
        Schedule(_nowS + random.NextExponential(1 / spec.MeanTimeToRepairS), LoopEventKind.GpuRepair, process);
        ScheduleGpuFailure(process);
    }

    private void OnGpuRepair(int process)
    {
        RepairGpu(_sites[_scenario.GpuFailures[process].Site]);
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

    private void PreemptJobs(DataCenter site, long count)
    {
        for (var slot = 0; count > 0 && slot < site.SlotCount; slot++)
        {
            if (!site.TryGetRun(slot, out var run))
                continue;
            count--;
            _recorder.Interrupted(run, _nowS);
            var item = site.Preempt(slot, _nowS);
            _ledger.Move(JobPhase.Running, JobPhase.Queued);
            Log(FleetEventKind.Interrupted, item.Job, site.Index, value: item.RemainingUnits);
            site.Requeue(item);
        }

        Changed(site);
        StartWaiting(site);
    }

    private void CancelJob(JobId id)
    {
        if (TryCancel(id, out var from, out var site))
        {
            _ledger.Move(from, JobPhase.Cancelled);
            Record(new FleetEvent(_nowS, FleetEventKind.Cancelled, id, -1, site?.Index ?? -1));
            if (site is null)
                return;
            Changed(site);
            StartWaiting(site);
        }
    }

    private bool TryCancel(JobId id, out JobPhase from, out DataCenter? where)
    {
        where = null;
        from = JobPhase.Held;
        foreach (var ingress in _ingresses)
        {
            if (!ingress.TryCancel(id, out var shipment))
                continue;
            if (shipment is { } lost)
            {
                from = JobPhase.Transferring;
                _view.Arrived(lost.Site);
            }

            return true;
        }

        foreach (var site in _sites)
        {
            if (!site.TryCancel(id, _nowS, out var run))
                continue;
            from = run is null ? JobPhase.Queued : JobPhase.Running;
            if (run is { } ended)
                _recorder.Interrupted(ended, _nowS);
            where = site;
            return true;
        }

        return false;
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
