using System.Collections.Immutable;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Simulated;

/// <summary>
/// Hosts a <see cref="DataCenter"/>. A turn maps the call, lets the entity do it and maps the answer. Where the entity asks a rule, the turn first asks
/// the policy grain and then runs the operation with that answer: turns do not interleave, so that nothing changes in between. State is in memory only:
/// the grain lives as long as its run, and a call to one that was lost fails instead of finding it empty.
/// </summary>
[KeepAlive]
public sealed class SimulatedDataCenterGrain : Grain, ISimulatedDataCenterGrain
{
    private DataCenter? _site;
    private ISimulatedPolicyGrain? _policy;

    private DataCenter Site => _site ?? throw new InvalidOperationException($"The data centre '{this.GetPrimaryKeyString()}' is not open.");

    /// <inheritdoc/>
    public Task<SiteStatusRecord> Open(SiteSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (_site is null)
        {
            var spec = setup.Spec.ToFleet();
            _site = new DataCenter(setup.Index, spec, spec.MakeTable());
            _policy = GrainFactory.GetGrain<ISimulatedPolicyGrain>(setup.Policy);
        }

        return Task.FromResult(Status(0));
    }

    /// <inheritdoc/>
    public async Task<AdmissionReply> Admit(WorkRecord item, double nowS)
    {
        ArgumentNullException.ThrowIfNull(item);
        Allocation? given = Site.AsksOnArrival ? await Allocate(item, nowS) : null;
        var outcome = Site.Admit(item.ToFleet(), new GivenAllocation(given), nowS, out var run);
        return new AdmissionReply(outcome.ToWire(), outcome == AdmitOutcome.Started ? run.ToWire() : null, Status(nowS));
    }

    /// <inheritdoc/>
    public async Task<RunReply> StartNext(double nowS)
    {
        Allocation? given = Site.TryPeekNext(out var item) ? await Allocate(item.ToWire(), nowS) : null;
        var started = Site.TryStartNext(new GivenAllocation(given), nowS, out var run);
        return new RunReply(started ? run.ToWire() : null, Status(nowS));
    }

    /// <inheritdoc/>
    public Task<WorkReply> TakeNext(double nowS) =>
        Task.FromResult(new WorkReply(Site.TryTakeNext(out var item) ? item.ToWire() : null, Status(nowS)));

    /// <inheritdoc/>
    public Task<RunReply> Finish(int slot, int generation, double nowS) =>
        Task.FromResult(new RunReply(Site.TryFinish(slot, generation, nowS, out var run) ? run.ToWire() : null, Status(nowS)));

    /// <inheritdoc/>
    public Task<SiteCancelReply> Cancel(long job, double nowS)
    {
        var found = Site.TryCancel(new JobId(job), nowS, out var run);
        return Task.FromResult(new SiteCancelReply(found, run?.ToWire(), Status(nowS)));
    }

    /// <inheritdoc/>
    public Task<WorkReply> Preempt(int slot, double nowS)
    {
        var item = Site.Preempt(slot, nowS);
        Site.Requeue(item);
        return Task.FromResult(new WorkReply(item.ToWire(), Status(nowS)));
    }

    /// <inheritdoc/>
    public Task<ReclockReply> Reclock(int slot, int clockLevel, double nowS)
    {
        var run = Site.Reclock(slot, clockLevel, nowS, out var before);
        return Task.FromResult(new ReclockReply(before.ToWire(), run.ToWire(), Status(nowS)));
    }

    /// <inheritdoc/>
    public Task<GpuFailureReply> FailGpu(double which, double nowS)
    {
        var hit = Site.FailGpu(which, nowS, out var run, out var item);
        if (hit)
            Site.Requeue(item);
        return Task.FromResult(new GpuFailureReply(hit ? run.ToWire() : null, hit ? item.ToWire() : null, Status(nowS)));
    }

    /// <inheritdoc/>
    public Task<RepairReply> RepairGpu(double nowS) => Task.FromResult(new RepairReply(Site.RepairGpu(nowS), Status(nowS)));

    /// <inheritdoc/>
    public Task<EvictionReply> Fail(double nowS)
    {
        List<WorkItem> interrupted = [];
        List<WorkItem> evicted = [];
        Site.Fail(nowS, interrupted, evicted);
        return Task.FromResult(Eviction(interrupted, evicted, nowS));
    }

    /// <inheritdoc/>
    public Task<SiteStatusRecord> Recover(double nowS)
    {
        Site.Recover(nowS);
        return Task.FromResult(Status(nowS));
    }

    /// <inheritdoc/>
    public Task<EvictionReply> Drain(double nowS)
    {
        List<WorkItem> evicted = [];
        Site.Drain(nowS, evicted);
        return Task.FromResult(Eviction([], evicted, nowS));
    }

    /// <inheritdoc/>
    public Task<SiteStatusRecord> EndDrain(double nowS)
    {
        Site.Resume(nowS);
        return Task.FromResult(Status(nowS));
    }

    /// <inheritdoc/>
    public Task<SiteAccountRecord> Account(double nowS)
    {
        var energy = Site.ReadMeters(nowS);
        return Task.FromResult(new SiteAccountRecord(
            energy.RunningJ, energy.SleepingJ, energy.BusyGpuS, energy.UpGpuS, Site.UsefulUnits(nowS), Site.LostUnits, Site.FailedGpus));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<RunRecord>> Runs()
    {
        var runs = ImmutableArray.CreateBuilder<RunRecord>(Site.Running);
        Site.VisitRuns(run => runs.Add(run.ToWire()));
        return Task.FromResult(runs.ToImmutable());
    }

    /// <inheritdoc/>
    public Task Close()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<Allocation> Allocate(WorkRecord item, double nowS) => (await _policy!.Allocate(item, Status(nowS))).ToFleet();

    private SiteStatusRecord Status(double nowS) => Site.Status(nowS).ToWire();

    private EvictionReply Eviction(List<WorkItem> interrupted, List<WorkItem> evicted, double nowS) =>
        new([.. interrupted.Select(i => i.ToWire())], [.. evicted.Select(i => i.ToWire())], Status(nowS));
}
