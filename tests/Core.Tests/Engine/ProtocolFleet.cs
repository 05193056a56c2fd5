using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>Homes and site desks as the event loop uses them. The loop decides when a message arrives; every message arrives twice.</summary>
internal sealed class ProtocolFleet : IHostedFleet, ISiteOperations, IIngressOperations, IPolicyOperations, IAllocationRule
{
    private static readonly LeaseTerms Lease = new(1e9, 1);
    private readonly FleetModel _model;
    private readonly IPlacementPolicy _policy;
    private readonly FleetView _view;
    private readonly DataCenter[] _sites;
    private readonly SiteDesk[] _desks;
    private readonly JobHome[] _homes;
    private readonly OperationBuffer[] _deskLogs;
    private readonly OperationBuffer[] _homeLogs;
    private readonly Dictionary<long, WorkItem>[] _sent;
    private readonly Queue<JobId> _given = new();

    public ProtocolFleet(FleetModel model, IPlacementPolicy policy, FleetView view)
    {
        (_model, _policy, _view) = (model, policy, view);
        _deskLogs = [.. model.Sites.Select(_ => new OperationBuffer())];
        _homeLogs = [.. model.Ingresses.Select(_ => new OperationBuffer())];
        _sites = [.. model.Sites.Select((spec, i) => new DataCenter(i, spec, model.Tables[i]))];
        _desks = [.. _sites.Select((site, i) => new SiteDesk(site, model.Ingresses.Count, _deskLogs[i]))];
        _homes = [.. model.Ingresses.Select((_, i) => new JobHome(i, model, Lease, _homeLogs[i], remembered: 1_000_000))];
        _sent = [.. model.Ingresses.Select(_ => new Dictionary<long, WorkItem>())];
    }

    public ISiteOperations Sites => this;

    public IIngressOperations Ingresses => this;

    public IPolicyOperations Policy => this;

    public int Held => _homes.Sum(h => h.Counts.Held);

    public int InTransit => _homes.Sum(h => h.Counts.Sending);

    public bool ReplacesOnFinish => _policy.ReplacesOnFinish;

    /// <summary>What the journals of all entities give when they are replayed, beside what the entities are; pairs of saved states.</summary>
    public IEnumerable<(byte[] Replayed, byte[] Present)> Replays()
    {
        for (var i = 0; i < _homes.Length; i++)
            yield return Replay(_homeLogs[i], new JobHome(i, _model, Lease, new OperationBuffer(), remembered: 1_000_000), _homes[i]);
        for (var i = 0; i < _desks.Length; i++)
        {
            var site = new DataCenter(i, _model.Sites[i], _model.Tables[i]);
            yield return Replay(_deskLogs[i], new SiteDesk(site, _homes.Length, new OperationBuffer()), _desks[i]);
        }
    }

    public bool Dispatch(in WorkItem item, double nowS, out Shipment shipment)
    {
        shipment = default;
        _view.SetTime(nowS);
        var job = item.Job;
        var home = _homes[job.Ingress];
        var placement = _policy.Place(job, _view);
        if (home.TryFind(job.Id, out _, out _, out _))
            home.Place(job.Id, placement, nowS);
        else
            Assert.Equal(SubmitOutcome.Accepted, home.Submit(job, placement, nowS));
        Assert.Equal(SubmitOutcome.Known, home.Submit(job, placement, nowS));
        if (placement.IsHold)
            return false;
        Assert.True(home.TryFind(job.Id, out _, out var site, out var token));
        _view.Sent(site);
        var sent = item.EndWait(nowS) with { Wanted = placement.Wanted };
        _sent[job.Ingress].Add(token, sent);
        shipment = new Shipment(sent, site, _model.LatencyS(job.Ingress, site), (int)token, 0);
        return true;
    }

    public void Retry(double nowS, Action<Shipment> sent)
    {
        foreach (var home in _homes)
        {
            List<Job> held = [];
            home.CollectHeld(null, held, int.MaxValue);
            foreach (var job in held)
            {
                if (Dispatch(WorkItem.Submitted(job), nowS, out var shipment))
                    sent(shipment);
            }
        }
    }

    public bool TryDeliver(int ingress, int slot, int generation, double nowS, out Shipment shipment)
    {
        Assert.True(_sent[ingress].Remove(slot, out var item));
        Assert.True(_homes[ingress].TryFind(item.Job.Id, out _, out var site, out _));
        _view.Arrived(site);
        shipment = new Shipment(item.EndTransfer(nowS), site, 0, slot, 0);
        return true;
    }

    public AdmitOutcome Admit(int site, in WorkItem item, double nowS, out Run run)
    {
        run = default;
        var id = item.Job.Id;
        var home = _homes[item.Job.Ingress];
        var all = home.Compose(site, int.MaxValue, nowS)!;
        var message = all with { Assignments = [.. all.Assignments.Where(a => a.Item.Job.Id == id)] };
        var answer = _desks[site].Answer(message, this, nowS);
        Assert.Equal(answer.Assignments, _desks[site].Answer(message, this, nowS).Assignments);
        home.Settle(site, message, answer, nowS);
        if (answer.Assignments.Single() != AssignmentAnswer.Taken)
            return AdmitOutcome.Refused;
        return TryTakeGiven(site, out run) ? AdmitOutcome.Started : AdmitOutcome.Queued;
    }

    public bool TryStartNext(int site, double nowS, out Run run) => TryTakeGiven(site, out run);

    public bool TryFinish(int site, int slot, int generation, double nowS, out Run run)
    {
        if (!_sites[site].TryGetRun(slot, out run) || run.Generation != generation)
            return false;
        _desks[site].Advance(this, nowS);
        for (var home = 0; home < _homes.Length; home++)
        {
            foreach (var report in _desks[site].Reports(home, int.MaxValue))
            {
                Assert.True(_homes[home].Take(site, report, nowS));
                Assert.False(_homes[home].Take(site, report, nowS));
                _desks[site].Acknowledge(home, report.Number);
            }
        }

        return true;
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        var allocation = _policy.Allocate(item, site);
        if (allocation.Gpus > 0)
            _given.Enqueue(item.Job.Id);
        return allocation;
    }

    public SiteStatus Status(int site, double nowS) => _sites[site].Status(nowS);

    public SiteAccount Account(int site, double nowS) =>
        new(_sites[site].PeekMeters(nowS), _sites[site].UsefulUnits(nowS), _sites[site].LostUnits, _sites[site].FailedGpus);

    public void CollectRuns(int site, ICollection<Run> runs) => _desks[site].VisitRuns(runs.Add);

    public void Report(in SiteStatus status) => _view.Report(status);

    public Placement Place(in Job job, double nowS) => throw new NotSupportedException();

    public void Completed(in Run run, int site, double nowS) => _policy.Completed(run, site, nowS);

    public bool TryTakeNext(int site, out WorkItem item) => throw new NotSupportedException();

    public bool TryCancel(int site, JobId id, double nowS, out Run? run) => throw new NotSupportedException();

    public bool TryCancel(JobId id, out Shipment? shipment) => throw new NotSupportedException();

    public WorkItem Preempt(int site, int slot, double nowS) => throw new NotSupportedException();

    public Run Reclock(int site, int slot, int clockLevel, double nowS, out Run before) => throw new NotSupportedException();

    public void SetRate(int site, in EnergyRate rate) => _view.SetRate(site, rate);

    public bool FailGpu(int site, double which, double nowS, out Run run, out WorkItem interrupted) => throw new NotSupportedException();

    public bool RepairGpu(int site, double nowS) => throw new NotSupportedException();

    public void Fail(int site, double nowS, ICollection<WorkItem> interrupted, ICollection<WorkItem> evicted) => throw new NotSupportedException();

    public void Recover(int site, double nowS) => throw new NotSupportedException();

    public void Drain(int site, double nowS, ICollection<WorkItem> evicted) => throw new NotSupportedException();

    public void EndDrain(int site, double nowS) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static (byte[] Replayed, byte[] Present) Replay(OperationBuffer log, IJournalled fresh, IJournalled present)
    {
        OperationBuffer.ReplayAll(log.Bytes.Span, fresh);
        return (Saved(fresh), Saved(present));
    }

    private static byte[] Saved(IJournalled entity)
    {
        var writer = new StateWriter();
        entity.Save(writer);
        return writer.Written.ToArray();
    }

    // The desk starts jobs by itself; the loop asks for them one by one.
    private bool TryTakeGiven(int site, out Run run)
    {
        run = default;
        return _given.TryDequeue(out var id) && _sites[site].TryFindRun(id, out var slot) && _sites[site].TryGetRun(slot, out run);
    }
}
