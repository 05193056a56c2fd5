using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Ingresses;
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
        Dispatch(WorkItem.Submitted(job));
    }

    private void Dispatch(in WorkItem item)
    {
        if (_ingresses.Dispatch(item, _nowS, out var shipment))
            Sent(shipment);
        else
            Log(FleetEventKind.Held, item.Job, -1);
    }

    private void Sent(Shipment shipment)
    {
        var job = shipment.Item.Job;
        _ledger.Move(JobPhase.Held, JobPhase.Transferring);
        Log(FleetEventKind.Sent, job, shipment.Site, shipment.Item.Wanted, shipment.TransferS);
        _pending.Push(_nowS + shipment.TransferS, LoopEventKind.Delivery, job.Ingress, shipment.Slot, shipment.Generation);
    }

    // A site may take jobs again. Hardly ever is a job held: the ledger knows without asking a thousand ingresses.
    private void RetryHeld()
    {
        if (_ledger[JobPhase.Held] > 0)
            _ingresses.Retry(_nowS, _sent);
    }

    private void OnDelivery(int ingress, int slot, int generation)
    {
        if (_ingresses.TryDeliver(ingress, slot, generation, _nowS, out var shipment))
            Admit(shipment.Item, shipment.Site, JobPhase.Transferring);
    }

    private AdmitOutcome Admit(in WorkItem item, int site, JobPhase from)
    {
        var outcome = _sites.Admit(site, item, _nowS, out var run);
        switch (outcome)
        {
            case AdmitOutcome.Started:
                Started(site, run, from);
                break;
            case AdmitOutcome.Queued:
                _ledger.Move(from, JobPhase.Queued);
                Log(FleetEventKind.Queued, item.Job, site, item.Wanted);
                Changed(site);
                break;
            case AdmitOutcome.Refused:
                Log(FleetEventKind.Refused, item.Job, site);
                // A refusal says why: it is news about the site even where reports are stale.
                Report(site);
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
        Dispatch(item.EndWait(_nowS));
    }

    private void Started(int site, in Run run, JobPhase from)
    {
        _ledger.Move(from, JobPhase.Running);
        Log(FleetEventKind.Started, run.Item.Job, site, run.Allocation, run.Item.RemainingUnits);
        _recorder.Started(site, run);
        Schedule(run.FinishS, LoopEventKind.Finish, site, run.Slot, run.Generation);
        Changed(site);
        _capper?.Started(run.Item.Job.Id, run.Allocation.ClockLevel);
        KeepCap();
    }

    private void OnFinish(int site, int slot, int generation)
    {
        if (!_sites.TryFinish(site, slot, generation, _nowS, out var run))
            return;
        _ledger.Move(JobPhase.Running, JobPhase.Completed);
        Log(FleetEventKind.Completed, run.Item.Job, site, run.Allocation, run.EnergyJ(_nowS));
        _recorder.Completed(site, run, _nowS);
        Changed(site);
        _policy.Completed(run, site, _nowS);
        if (_policy.ReplacesOnFinish)
            ReplaceHead(site);
        else
            StartWaiting(site);
        RetryHeld();
    }

    private void StartWaiting(int site)
    {
        while (_sites.TryStartNext(site, _nowS, out var run))
            Started(site, run, JobPhase.Queued);
    }

    // The published code places one waiting job anew per finish, and lets it move without a transfer.
    private void ReplaceHead(int site)
    {
        while (_sites.Status(site, _nowS).FreeGpus > 0 && _sites.TryTakeNext(site, out var item))
        {
            Changed(site);
            var placement = _policy.Place(item.Job, _nowS);
            var moved = item with { Wanted = placement.Wanted };
            if (placement.IsHold || (!_published && placement.Site != site))
                Return(moved, JobPhase.Queued);
            else if (Admit(moved, placement.Site, JobPhase.Queued) != AdmitOutcome.Started)
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
