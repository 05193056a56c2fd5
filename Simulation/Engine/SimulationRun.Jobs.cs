using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Engine;

/// <content>The way of a job: arrival, placement, transfer, start, finish.</content>
internal sealed partial class SimulationRun
{
    private readonly int[] _arrivalGenerations;
    private int _nextTraceJob;

    private void ScheduleArrival(int ingress) =>
        Schedule(_workload.NextArrivalS(ingress, _nowS), LoopEventKind.Arrival, ingress, _arrivalGenerations[ingress]);

    private void ScheduleTrace()
    {
        if (_nextTraceJob < _scenario.Trace.Count)
            Schedule(_scenario.Trace[_nextTraceJob].TimeS, LoopEventKind.TraceArrival);
    }

    private void OnArrival(int ingress, int generation)
    {
        if (generation != _arrivalGenerations[ingress])
            return;
        Submit(ingress, _workload.NextSizeUnits(ingress));
        ScheduleArrival(ingress);
    }

    private void OnTraceArrival()
    {
        var job = _scenario.Trace[_nextTraceJob++];
        Submit(job.Ingress, job.SizeUnits);
        ScheduleTrace();
    }

    private void Submit(int ingress, double sizeUnits)
    {
        var job = new Job(new JobId(++_lastJob), ingress, sizeUnits, _nowS, _scenario.Workloads[ingress].Constraint);
        Log(FleetEventKind.Submitted, job, -1, value: sizeUnits);
        _recorder.Submitted(_nowS, sizeUnits);
        if (!Feasibility.IsPossible(job, _scenario.Fleet))
        {
            _ledger.Enter(JobPhase.Rejected);
            Log(FleetEventKind.Rejected, job, -1);
            return;
        }

        _ledger.Enter(JobPhase.Held);
        if (!TrySend(WorkItem.Submitted(job)))
            Hold(WorkItem.Submitted(job));
    }

    // Places a held job; false if the policy holds it.
    private bool TrySend(in WorkItem item)
    {
        var placement = Decide(item.Job);
        if (placement.IsHold)
            return false;
        _ledger.Move(JobPhase.Held, JobPhase.Transferring);
        var latencyS = _scenario.Fleet.LatencyS(item.Job.Ingress, placement.Site);
        var slot = _transit.Add(item.EndWait(_nowS) with { Wanted = placement.Wanted }, placement.Site);
        _view.Sent(placement.Site);
        Log(FleetEventKind.Sent, item.Job, placement.Site, placement.Wanted, latencyS);
        _pending.Push(_nowS + latencyS, LoopEventKind.Delivery, slot);
        return true;
    }

    private Placement Decide(in Job job)
    {
        _options.Observer?.Deciding(job, _view, _policy);
        var placement = _policy.Place(job, _view);
        _options.Observer?.Decided(job, placement);
        if (!placement.IsHold && Feasibility.Check(job, _view.Sites[placement.Site]) is var reason && reason != MaskReason.None)
            throw new InvalidOperationException($"Job {job.Id} was placed at {_scenario.Fleet.Sites[placement.Site].Name}: {reason}.");
        return placement;
    }

    private void Hold(in WorkItem item)
    {
        Log(FleetEventKind.Held, item.Job, -1);
        _held.Add(item);
    }

    // A site may take jobs again: held jobs are placed in order. The first one without constraints that is held again ends the attempt.
    private void RetryHeld()
    {
        if (_held.Count > 0)
            _held.Retry(_trySend);
    }

    private void OnDelivery(int slot)
    {
        if (!_transit.IsLive(slot))
            return;
        var (item, index) = _transit.Remove(slot);
        _view.Arrived(index);
        Admit(item.EndTransfer(_nowS), _sites[index], JobPhase.Transferring);
    }

    private AdmitOutcome Admit(in WorkItem item, DataCenter site, JobPhase from)
    {
        var outcome = site.Admit(item, _policy, _nowS, out var run);
        switch (outcome)
        {
            case AdmitOutcome.Started:
                Started(site, run, from);
                break;
            case AdmitOutcome.Queued:
                _ledger.Move(from, JobPhase.Queued);
                Log(FleetEventKind.Queued, item.Job, site.Index, item.Wanted);
                Changed(site);
                break;
            case AdmitOutcome.Refused:
                Log(FleetEventKind.Refused, item.Job, site.Index);
                // A refusal says why: it is news about the site even where reports are stale.
                _view.Report(site.Status(_nowS));
                Return(item, from);
                break;
            default:
                throw new InvalidOperationException("A data centre starts, queues or refuses a job.");
        }

        return outcome;
    }

    // The job is at its ingress again and is placed anew.
    private void Return(in WorkItem item, JobPhase from)
    {
        _ledger.Move(from, JobPhase.Held);
        var waited = item.EndWait(_nowS);
        if (!TrySend(waited))
            Hold(waited);
    }

    private void Started(DataCenter site, in Run run, JobPhase from)
    {
        _ledger.Move(from, JobPhase.Running);
        Log(FleetEventKind.Started, run.Item.Job, site.Index, run.Allocation, run.Item.RemainingUnits);
        _recorder.Started(site, run);
        Schedule(run.FinishS, LoopEventKind.Finish, site.Index, run.Slot, run.Generation);
        Changed(site);
    }

    private void OnFinish(int index, int slot, int generation)
    {
        var site = _sites[index];
        if (!site.TryFinish(slot, generation, _nowS, out var run))
            return;
        _ledger.Move(JobPhase.Running, JobPhase.Completed);
        Log(FleetEventKind.Completed, run.Item.Job, index, run.Allocation, run.EnergyJ(_nowS));
        _recorder.Completed(site, run, _nowS);
        Changed(site);
        _policy.Completed(run, index, _nowS);
        if (_policy.ReplacesOnFinish)
            ReplaceHead(site);
        else
            StartWaiting(site);
        RetryHeld();
    }

    private void StartWaiting(DataCenter site)
    {
        while (site.TryStartNext(_policy, _nowS, out var run))
            Started(site, run, JobPhase.Queued);
    }

    // The published code places one waiting job anew per finish, and lets it move without a transfer.
    private void ReplaceHead(DataCenter site)
    {
        while (site.FreeGpus > 0 && site.TryTakeNext(out var item))
        {
            Changed(site);
            var placement = Decide(item.Job);
            var moved = item with { Wanted = placement.Wanted };
            if (placement.IsHold || (!_published && placement.Site != site.Index))
                Return(moved, JobPhase.Queued);
            else if (Admit(moved, _sites[placement.Site], JobPhase.Queued) != AdmitOutcome.Started)
                return;
            if (_published)
                return;
        }
    }

    // An event after the horizon never happens.
    private void Schedule(double timeS, LoopEventKind kind, int a = 0, int b = 0, int c = 0)
    {
        if (timeS <= _scenario.HorizonS)
            _pending.Push(timeS, kind, a, b, c);
    }
}
