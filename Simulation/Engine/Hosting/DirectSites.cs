using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>Data centres in this process.</summary>
internal sealed class DirectSites(FleetModel model, IAllocationRule rule) : ISiteOperations
{
    private readonly DataCenter[] _sites = [.. model.Sites.Select((spec, i) => new DataCenter(i, spec, model.Tables[i]))];

    public AdmitOutcome Admit(int site, in WorkItem item, double nowS, out Run run) => _sites[site].Admit(item, rule, nowS, out run);

    public bool TryStartNext(int site, double nowS, out Run run) => _sites[site].TryStartNext(rule, nowS, out run);

    public bool TryTakeNext(int site, out WorkItem item) => _sites[site].TryTakeNext(out item);

    public bool TryFinish(int site, int slot, int generation, double nowS, out Run run) =>
        _sites[site].TryFinish(slot, generation, nowS, out run);

    public bool TryCancel(int site, JobId id, double nowS, out Run? run) => _sites[site].TryCancel(id, nowS, out run);

    public WorkItem Preempt(int site, int slot, double nowS)
    {
        var item = _sites[site].Preempt(slot, nowS);
        _sites[site].Requeue(item);
        return item;
    }

    public Run Reclock(int site, int slot, int clockLevel, double nowS, out Run before) => _sites[site].Reclock(slot, clockLevel, nowS, out before);

    public bool FailGpu(int site, double which, double nowS, out Run run, out WorkItem interrupted)
    {
        if (!_sites[site].FailGpu(which, nowS, out run, out interrupted))
            return false;
        _sites[site].Requeue(interrupted);
        return true;
    }

    public bool RepairGpu(int site, double nowS) => _sites[site].RepairGpu(nowS);

    public void Fail(int site, double nowS, ICollection<WorkItem> interrupted, ICollection<WorkItem> evicted) =>
        _sites[site].Fail(nowS, interrupted, evicted);

    public void Recover(int site, double nowS) => _sites[site].Recover(nowS);

    public void Drain(int site, double nowS, ICollection<WorkItem> evicted) => _sites[site].Drain(nowS, evicted);

    public void EndDrain(int site, double nowS) => _sites[site].Resume(nowS);

    public void Drift(int site, in TableFactors factors, double nowS) => _sites[site].Drift(factors, nowS);

    public SiteStatus Status(int site, double nowS) => _sites[site].Status(nowS);

    public SiteAccount Account(int site, double nowS)
    {
        var entity = _sites[site];
        return new SiteAccount(entity.ReadMeters(nowS), entity.UsefulUnits(nowS), entity.LostUnits, entity.FailedGpus);
    }

    public void CollectRuns(int site, ICollection<Run> runs) => _sites[site].VisitRuns(runs.Add);
}
