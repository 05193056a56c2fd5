using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <summary>
/// A data centre: a pool of one GPU type, a queue (by priority, deadline and arrival) and the running jobs, each with its own GPU count and clock. A deterministic state
/// machine: every operation takes the time as an argument, checks its preconditions, changes only this object and returns what happened.
/// Power = Σ P(n, f) of the running jobs + sleep power of every working GPU without a job (CHSAC-AF, section III); a failed GPU or a
/// lost site draws nothing.
/// </summary>
public sealed partial class DataCenter
{
    private WorkQueue _queue = new();
    private RunTable _runs = new();
    private EnergyMeter _meter;
    private double _runningW;

    /// <summary>Makes an empty data centre, all GPUs asleep.</summary>
    /// <param name="index">Its index in the fleet.</param>
    /// <param name="spec">What it is.</param>
    /// <param name="table">Its operating points; must belong to <paramref name="spec"/>.</param>
    /// <param name="startS">The moment from which its meters run.</param>
    public DataCenter(int index, DataCenterSpec spec, OperatingTable table, double startS = 0)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Index = index;
        Spec = spec;
        Table = table;
        UpGpus = spec.GpuCount;
        FreeGpus = spec.GpuCount;
        GpuLimit = spec.GpuCount;
        _meter = new EnergyMeter(startS);
    }

    /// <summary>Its index in the fleet.</summary>
    public int Index { get; }

    /// <summary>What it is.</summary>
    public DataCenterSpec Spec { get; }

    /// <summary>Its operating points.</summary>
    public OperatingTable Table { get; }

    /// <summary>GPUs in working order; 0 while the site is lost.</summary>
    public int UpGpus { get; private set; }

    /// <summary>Working GPUs without a job.</summary>
    public int FreeGpus { get; private set; }

    /// <summary>False while the site is lost.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>True while an operator lets it take no new jobs.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>Number of waiting jobs.</summary>
    public int Queued => _queue.Count;

    /// <summary>Number of running jobs.</summary>
    public int Running => _runs.Count;

    /// <summary>Work thrown away because jobs were interrupted between checkpoints, units.</summary>
    public double LostUnits { get; private set; }

    /// <summary>Work done by runs that have ended, lost work included, units.</summary>
    public double EndedUnits { get; private set; }

    /// <summary>Whether a job sent here now would be taken.</summary>
    public bool IsAccepting => IsUp && UpGpus > 0 && GpuLimit > 0 && !IsDraining && (Spec.QueueLimit is null || UsableGpus > 0 || Queued < Spec.QueueLimit);

    /// <summary>Whether <see cref="Admit"/> would ask the rule now. A carrier that must wait for the answer asks before it admits.</summary>
    public bool AsksOnArrival => IsAccepting && UsableGpus > 0;

    /// <summary>Until when its meters have run: no operation may be before it. In seconds.</summary>
    public double MeteredS => _meter.LastS;

    /// <summary>Present power in watts.</summary>
    public double PowerW => _runningW + SleepingW;

    private bool AsksForNext => UsableGpus > 0 && Queued > 0 && IsUp;

    private double SleepingW => Spec.Gpu.SleepW * FreeGpus;

    /// <summary>What the site reports about itself: GPUs beyond its limit are not there for those who decide.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public SiteStatus Status(double nowS)
    {
        var usable = UsableGpus;
        return new SiteStatus(Index, UpGpus - FreeGpus + usable, usable, Running, Queued, IsAccepting, IsUp, IsDraining, PowerW, nowS);
    }

    /// <summary>Reads the meters.</summary>
    /// <param name="nowS">Present time; not before the last operation.</param>
    public EnergyReading ReadMeters(double nowS)
    {
        Advance(nowS);
        return new EnergyReading(_meter.RunningJ, _meter.SleepingJ, _meter.BusyGpuS, _meter.UpGpuS);
    }

    /// <summary>Reads the meters as <see cref="ReadMeters"/> does and changes nothing: a question must not show in a site that is replayed from its journal.</summary>
    /// <param name="nowS">Present time; not before the last operation.</param>
    public EnergyReading PeekMeters(double nowS)
    {
        var meter = _meter;
        meter.Advance(nowS, _runningW, SleepingW, UpGpus - FreeGpus, UpGpus);
        return new EnergyReading(meter.RunningJ, meter.SleepingJ, meter.BusyGpuS, meter.UpGpuS);
    }

    /// <summary>A job arrives: it starts at once if a GPU is free and the rule gives it some, else it joins the queue.</summary>
    /// <param name="item">The job.</param>
    /// <param name="rule">Chooses GPU count and clock.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run, when the outcome is <see cref="AdmitOutcome.Started"/>.</param>
    public AdmitOutcome Admit(in WorkItem item, IAllocationRule rule, double nowS, out Run run)
    {
        ArgumentNullException.ThrowIfNull(rule);
        run = default;
        if (!IsAccepting)
            return AdmitOutcome.Refused;
        if (UsableGpus > 0 && TryStart(item, rule, nowS, out run))
            return AdmitOutcome.Started;
        if (Spec.QueueLimit is { } limit && Queued >= limit)
            return AdmitOutcome.Refused;
        _queue.AddLast(item);
        return AdmitOutcome.Queued;
    }

    /// <summary>Starts the head of the queue if a GPU is free and the rule gives it some. Call until it returns false.</summary>
    /// <param name="rule">Chooses GPU count and clock.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that started.</param>
    public bool TryStartNext(IAllocationRule rule, double nowS, out Run run)
    {
        ArgumentNullException.ThrowIfNull(rule);
        run = default;
        if (!AsksForNext || !TryStart(_queue.Head, rule, nowS, out run))
            return false;
        _queue.RemoveFirst();
        return true;
    }

    /// <summary>The job about which <see cref="TryStartNext"/> would ask the rule now.</summary>
    /// <param name="item">The head of the queue.</param>
    /// <returns>False when it would not ask.</returns>
    public bool TryPeekNext(out WorkItem item)
    {
        item = AsksForNext ? _queue.Head : default;
        return AsksForNext;
    }

    /// <summary>Takes the head of the queue out, to be placed anew.</summary>
    /// <param name="item">The job.</param>
    /// <returns>False when nobody waits.</returns>
    public bool TryTakeNext(out WorkItem item)
    {
        item = default;
        if (Queued == 0)
            return false;
        item = _queue.RemoveFirst();
        return true;
    }

    /// <summary>A run reaches its end: its GPUs are free again.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="generation">Generation of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that ended.</param>
    /// <returns>False for a stale message about a run that was interrupted meanwhile.</returns>
    public bool TryFinish(int slot, int generation, double nowS, out Run run)
    {
        run = default;
        if (!_runs.IsLive(slot, generation))
            return false;
        Advance(nowS);
        run = End(slot);
        EndedUnits += run.Item.RemainingUnits;
        return true;
    }

    /// <summary>Work done until now, in units: of ended and of running jobs, without what was lost.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public double UsefulUnits(double nowS)
    {
        var units = EndedUnits - LostUnits;
        for (var slot = 0; slot < _runs.SlotCount; slot++)
        {
            if (_runs.IsLive(slot))
                units += _runs[slot].UnitsDone(nowS);
        }

        return units;
    }

    /// <summary>Calls back for every running job, in slot order.</summary>
    /// <param name="visit">Called with the run.</param>
    public void VisitRuns(Action<Run> visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        for (var slot = 0; slot < _runs.SlotCount; slot++)
        {
            if (_runs.IsLive(slot))
                visit(_runs[slot]);
        }
    }

    /// <summary>Calls back for every waiting job, head first.</summary>
    /// <param name="visit">Called with the job.</param>
    public void VisitQueue(Action<WorkItem> visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        _queue.Visit(visit);
    }

    private bool TryStart(in WorkItem item, IAllocationRule rule, double nowS, out Run run)
    {
        run = default;
        var allocation = rule.Allocate(item, Status(nowS));
        if (allocation.Gpus == 0)
            return false;
        if (allocation.Gpus < 0 || allocation.Gpus > Math.Min(UsableGpus, Table.MaxGpus) || (uint)allocation.ClockLevel >= (uint)Table.Levels)
        {
            throw new InvalidOperationException(
                $"{Spec.Name}: {allocation} is outside 1..{Math.Min(UsableGpus, Table.MaxGpus)} GPUs, clock levels 0..{Table.Levels - 1}.");
        }

        Advance(nowS);
        run = Begin(item.EndWait(nowS) with { Attempts = item.Attempts + 1 }, allocation, nowS);
        return true;
    }

    private Run Begin(in WorkItem item, Allocation allocation, double nowS)
    {
        var (slot, generation) = _runs.Next();
        var secondsPerUnit = Table.SecondsPerUnit(allocation) * Factors.Time;
        var run = new Run(item, allocation, secondsPerUnit, Table.PowerW(allocation) * Factors.Power, nowS, nowS + item.RemainingUnits * secondsPerUnit, slot, generation);
        _runs.Add(run);
        FreeGpus -= allocation.Gpus;
        _runningW += run.PowerW;
        return run;
    }

    private Run End(int slot)
    {
        var run = _runs.Remove(slot);
        FreeGpus += run.Allocation.Gpus;
        // An empty site draws exactly its sleep power: rounding must not pile up over years.
        _runningW = _runs.Count == 0 ? 0 : _runningW - run.PowerW;
        return run;
    }

    private void Advance(double nowS) => _meter.Advance(nowS, _runningW, SleepingW, UpGpus - FreeGpus, UpGpus);
}
