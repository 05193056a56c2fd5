using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Sites;

/// <content>Operations on a running site: preempt, cancel, drain, loss of the site, failure and repair of GPUs.</content>
public sealed partial class DataCenter
{
    /// <summary>Takes a running job off its GPUs in good order: a checkpoint is written, no work is lost.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>What is left of the job.</returns>
    /// <exception cref="InvalidOperationException">No job runs in the slot.</exception>
    public WorkItem Preempt(int slot, double nowS)
    {
        if (!_runs.IsLive(slot))
            throw new InvalidOperationException($"{Spec.Name}: no job runs in slot {slot}.");
        Advance(nowS);
        return Interrupt(slot, nowS, keepsAll: true);
    }

    /// <summary>Ends a run that failed: its job falls back to its last checkpoint.</summary>
    /// <param name="slot">Slot of the run.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>What is left of the job.</returns>
    /// <exception cref="InvalidOperationException">No job runs in the slot.</exception>
    public WorkItem Abort(int slot, double nowS)
    {
        if (!_runs.IsLive(slot))
            throw new InvalidOperationException($"{Spec.Name}: no job runs in slot {slot}.");
        Advance(nowS);
        return Interrupt(slot, nowS, keepsAll: false);
    }

    /// <summary>Puts an interrupted job back at the head of the queue.</summary>
    /// <param name="item">The job, from <see cref="Preempt"/>.</param>
    public void Requeue(in WorkItem item) => _queue.AddFirst(item);

    /// <summary>Withdraws a job, waiting or running.</summary>
    /// <param name="id">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">Its run, if it was running.</param>
    /// <returns>False when the job is not here.</returns>
    public bool TryCancel(JobId id, double nowS, out Run? run)
    {
        run = null;
        if (_queue.TryRemove(id, out var item))
        {
            LostUnits += item.Job.SizeUnits - item.RemainingUnits;
            return true;
        }

        if (!TryFindRun(id, out var slot))
            return false;
        Advance(nowS);
        var ended = End(slot);
        EndedUnits += ended.UnitsDone(nowS);
        LostUnits += ended.UnitsDone(nowS) + (ended.Item.Job.SizeUnits - ended.Item.RemainingUnits);
        run = ended;
        return true;
    }

    /// <summary>Takes a waiting job out of the queue, wherever it stands, with what is left of it.</summary>
    /// <param name="id">The job.</param>
    /// <param name="item">The job.</param>
    /// <returns>False when it does not wait here.</returns>
    public bool TryTake(JobId id, out WorkItem item) => _queue.TryRemove(id, out item);

    /// <summary>Finds the slot in which a job runs.</summary>
    /// <param name="id">The job.</param>
    /// <param name="slot">Its slot.</param>
    /// <returns>False when it does not run here.</returns>
    public bool TryFindRun(JobId id, out int slot)
    {
        for (slot = 0; slot < _runs.SlotCount; slot++)
        {
            if (_runs.IsLive(slot) && _runs[slot].Item.Job.Id == id)
                return true;
        }

        slot = -1;
        return false;
    }

    /// <summary>Takes no new jobs from now on; waiting jobs leave, running jobs finish.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="evicted">Receives the jobs that leave, head of the queue first.</param>
    public void Drain(double nowS, ICollection<WorkItem> evicted)
    {
        Advance(nowS);
        IsDraining = true;
        EvictQueue(evicted);
    }

    /// <summary>Takes new jobs again.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void Resume(double nowS)
    {
        Advance(nowS);
        IsDraining = false;
    }

    /// <summary>The site is lost: it draws nothing, its running jobs fall back to their last checkpoints, and all its jobs leave.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="interrupted">Receives the jobs that ran, in slot order.</param>
    /// <param name="evicted">Receives the jobs that waited, head first.</param>
    public void Fail(double nowS, ICollection<WorkItem> interrupted, ICollection<WorkItem> evicted)
    {
        ArgumentNullException.ThrowIfNull(interrupted);
        Advance(nowS);
        for (var slot = 0; slot < _runs.SlotCount; slot++)
        {
            if (_runs.IsLive(slot))
                interrupted.Add(Interrupt(slot, nowS, keepsAll: false));
        }

        EvictQueue(evicted);
        IsUp = false;
        UpGpus = 0;
        FreeGpus = 0;
    }

    /// <summary>A lost site comes back, empty, with all GPUs that have not failed.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void Recover(double nowS)
    {
        Advance(nowS);
        if (IsUp)
            return;
        IsUp = true;
        UpGpus = Spec.GpuCount - FailedGpus;
        FreeGpus = UpGpus;
    }

    /// <summary>GPUs that have failed and are not repaired.</summary>
    public int FailedGpus { get; private set; }

    /// <summary>One GPU fails. If a job runs on it, the job falls back to its last checkpoint and leaves its other GPUs.</summary>
    /// <param name="which">Picks the GPU among the working ones, [0, 1): busy GPUs first, in slot order.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="run">The run that it ends, if the method returns true.</param>
    /// <param name="interrupted">What is left of that job; the caller puts it back with <see cref="Requeue"/>.</param>
    /// <returns>True when a job was interrupted.</returns>
    public bool FailGpu(double which, double nowS, out Run run, out WorkItem interrupted)
    {
        run = default;
        interrupted = default;
        if (!IsUp || UpGpus == 0)
            return false;
        Advance(nowS);
        var hit = TryFindRunOn((int)(which * UpGpus), out var slot);
        if (hit)
        {
            run = _runs[slot];
            interrupted = Interrupt(slot, nowS, keepsAll: false);
        }

        FailedGpus++;
        UpGpus--;
        FreeGpus--;
        return hit;
    }

    /// <summary>One failed GPU works again.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>False when none has failed.</returns>
    public bool RepairGpu(double nowS)
    {
        Advance(nowS);
        if (FailedGpus == 0)
            return false;
        FailedGpus--;
        if (IsUp)
        {
            UpGpus++;
            FreeGpus++;
        }

        return true;
    }

    /// <summary>Slots ever used: runs are in some of 0 to this number.</summary>
    public int SlotCount => _runs.SlotCount;

    /// <summary>The run in a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="run">The run.</param>
    /// <returns>False when nothing runs there.</returns>
    public bool TryGetRun(int slot, out Run run)
    {
        var live = _runs.IsLive(slot);
        run = live ? _runs[slot] : default;
        return live;
    }

    private bool TryFindRunOn(int gpu, out int slot)
    {
        for (slot = 0; slot < _runs.SlotCount; slot++)
        {
            if (!_runs.IsLive(slot))
                continue;
            gpu -= _runs[slot].Allocation.Gpus;
            if (gpu < 0)
                return true;
        }

        slot = -1;
        return false;
    }

    private WorkItem Interrupt(int slot, double nowS, bool keepsAll)
    {
        var run = End(slot);
        var done = run.UnitsDone(nowS);
        var kept = keepsAll ? done : Math.Min(done, Checkpointed(run, nowS));
        EndedUnits += done;
        LostUnits += done - kept;
        return run.Item with
        {
            RemainingUnits = run.Item.RemainingUnits - kept,
            RanS = run.Item.RanS + (nowS - run.StartS),
            SinceS = nowS,
        };
    }

    private double Checkpointed(in Run run, double nowS) => Spec.CheckpointIntervalS switch
    {
        null => 0,
        0 => run.UnitsDone(nowS),
        { } interval => Math.Floor((nowS - run.StartS) / interval) * interval / run.SecondsPerUnit,
    };

    /// <summary>All waiting jobs leave.</summary>
    /// <param name="evicted">Receives them, head of the queue first.</param>
    public void EvictQueue(ICollection<WorkItem> evicted)
    {
        ArgumentNullException.ThrowIfNull(evicted);
        while (TryTakeNext(out var item))
            evicted.Add(item);
    }
}
