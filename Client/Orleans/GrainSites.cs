using System.Collections.Immutable;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>
/// Data centre grains as the event loop uses them. Every answer carries the site's status after the operation, and nothing changes between operations:
/// the last status is the present one.
/// </summary>
internal sealed class GrainSites(ISimulatedDataCenterGrain[] grains, SiteStatus[] statuses, SharedStream stream) : ISiteOperations
{
    public AdmitOutcome Admit(int site, in WorkItem item, double nowS, out Run run)
    {
        var record = item.ToWire();
        var reply = stream.Around(() => grains[site].Admit(record, nowS));
        Keep(reply.Run, reply.Status, out run);
        return reply.Outcome.ToFleet();
    }

    public bool TryStartNext(int site, double nowS, out Run run)
    {
        run = default;
        if (statuses[site].Queued == 0)
            return false;
        var reply = stream.Around(() => grains[site].StartNext(nowS));
        return Keep(reply.Run, reply.Status, out run);
    }

    public bool TryTakeNext(int site, out WorkItem item)
    {
        item = default;
        return statuses[site].Queued > 0 && Keep(grains[site].TakeNext(statuses[site].ReportedS).GetAwaiter().GetResult(), out item);
    }

    public bool TryFinish(int site, int slot, int generation, double nowS, out Run run)
    {
        var reply = grains[site].Finish(slot, generation, nowS).GetAwaiter().GetResult();
        return Keep(reply.Run, reply.Status, out run);
    }

    public bool TryCancel(int site, JobId id, double nowS, out Run? run)
    {
        var reply = grains[site].Cancel(id.Value, nowS).GetAwaiter().GetResult();
        run = Keep(reply.Run, reply.Status, out var ended) ? ended : null;
        return reply.Found;
    }

    public WorkItem Preempt(int site, int slot, double nowS)
    {
        Keep(grains[site].Preempt(slot, nowS).GetAwaiter().GetResult(), out var item);
        return item;
    }

    public Run Reclock(int site, int slot, int clockLevel, double nowS, out Run before)
    {
        var reply = grains[site].Reclock(slot, clockLevel, nowS).GetAwaiter().GetResult();
        Keep(reply.Status);
        before = reply.Before.ToFleet();
        return reply.Run.ToFleet();
    }

    public bool FailGpu(int site, double which, double nowS, out Run run, out WorkItem interrupted)
    {
        var reply = grains[site].FailGpu(which, nowS).GetAwaiter().GetResult();
        interrupted = reply.Item?.ToFleet() ?? default;
        return Keep(reply.Run, reply.Status, out run);
    }

    public bool RepairGpu(int site, double nowS)
    {
        var reply = grains[site].RepairGpu(nowS).GetAwaiter().GetResult();
        Keep(reply.Status);
        return reply.Repaired;
    }

    public void Fail(int site, double nowS, ICollection<WorkItem> interrupted, ICollection<WorkItem> evicted)
    {
        var reply = grains[site].Fail(nowS).GetAwaiter().GetResult();
        Add(reply.Interrupted, interrupted);
        Add(reply.Evicted, evicted);
        Keep(reply.Status);
    }

    public void Recover(int site, double nowS) => Keep(grains[site].Recover(nowS).GetAwaiter().GetResult());

    public void Drain(int site, double nowS, ICollection<WorkItem> evicted)
    {
        var reply = grains[site].Drain(nowS).GetAwaiter().GetResult();
        Add(reply.Evicted, evicted);
        Keep(reply.Status);
    }

    public void EndDrain(int site, double nowS) => Keep(grains[site].EndDrain(nowS).GetAwaiter().GetResult());

    public SiteStatus Status(int site, double nowS) => statuses[site] with { ReportedS = nowS };

    public SiteAccount Account(int site, double nowS)
    {
        var account = grains[site].Account(nowS).GetAwaiter().GetResult();
        var energy = new EnergyReading(account.RunningJ, account.SleepingJ, account.BusyGpuS, account.UpGpuS);
        return new SiteAccount(energy, account.UsefulUnits, account.LostUnits, account.FailedGpus);
    }

    public void CollectRuns(int site, ICollection<Run> runs)
    {
        foreach (var run in grains[site].Runs().GetAwaiter().GetResult())
            runs.Add(run.ToFleet());
    }

    private static void Add(ImmutableArray<WorkRecord> items, ICollection<WorkItem> target)
    {
        foreach (var item in items)
            target.Add(item.ToFleet());
    }

    private bool Keep(RunRecord? record, SiteStatusRecord status, out Run run)
    {
        Keep(status);
        run = record?.ToFleet() ?? default;
        return record is not null;
    }

    private bool Keep(WorkReply reply, out WorkItem item)
    {
        Keep(reply.Status);
        item = reply.Item?.ToFleet() ?? default;
        return reply.Item is not null;
    }

    private void Keep(SiteStatusRecord status) => statuses[status.Site] = status.ToFleet();
}
