using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <summary>A queue job by job before a whole number of GPUs: each job goes to the GPU that is free first. Jobs keep the place of their submission, transferred or not.</summary>
/// <param name="gpus">GPUs, ≥ 1.</param>
/// <param name="patienceS">The longest that any job waits, s, &gt; 0.</param>
public sealed class FifoQueue(int gpus, double patienceS) : IGenerationQueue
{
    private readonly List<(double BeginS, double EndS, double EnergyJ)> _runs = [];
    private readonly double[] _freeAtS = new double[gpus];
    private readonly double[] _triedFreeAtS = new double[gpus];

    /// <inheritdoc/>
    public double BacklogGpuS => _freeAtS.Sum();

    /// <inheritdoc/>
    public double BacklogJ => _runs.Sum(r => r.EnergyJ);

    /// <inheritdoc/>
    public QueueSlot Preview(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes)
    {
        _freeAtS.CopyTo(_triedFreeAtS, 0);
        var runs = _runs.Count;
        var slot = Serve(work, slotS, outcomes);
        _runs.RemoveRange(runs, _runs.Count - runs);
        return slot;
    }

    /// <inheritdoc/>
    public QueueSlot Run(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes)
    {
        _freeAtS.CopyTo(_triedFreeAtS, 0);
        var slot = Serve(work, slotS, outcomes);
        for (var g = 0; g < gpus; g++)
            _freeAtS[g] = Math.Max(0, _triedFreeAtS[g] - slotS);
        var kept = 0;
        for (var i = 0; i < _runs.Count; i++)
        {
            var (beginS, endS, energyJ) = _runs[i];
            if (endS > slotS)
                _runs[kept++] = (Math.Max(0, beginS - slotS), endS - slotS, energyJ * (endS - Math.Max(slotS, beginS)) / (endS - beginS));
        }

        _runs.RemoveRange(kept, _runs.Count - kept);
        return slot;
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Count(gpus);
        foreach (var freeAtS in _freeAtS)
            writer.Real(freeAtS);
        writer.Count(_runs.Count);
        foreach (var (beginS, endS, energyJ) in _runs)
        {
            writer.Real(beginS);
            writer.Real(endS);
            writer.Real(energyJ);
        }
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        if (reader.CountOf(8) is var saved && saved != gpus)
            throw reader.Damaged($"{saved} GPUs in place of {gpus}");
        for (var g = 0; g < gpus; g++)
            _freeAtS[g] = reader.Finite();
        _runs.Clear();
        for (var left = reader.CountOf(24); left > 0; left--)
        {
            var (beginS, endS, energyJ) = (reader.Finite(), reader.Finite(), reader.Finite());
            _runs.Add(endS > beginS ? (beginS, endS, energyJ) : throw reader.Damaged($"a job from {beginS} to {endS} s"));
        }
    }

    private QueueSlot Serve(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes)
    {
        var (takenGpuS, takenJ, abandonedGpuS) = (0.0, 0.0, 0.0);
        for (var i = 0; i < work.Length; i++)
        {
            ref readonly var jobs = ref work[i];
            var (onTime, abandoned) = (0, 0);
            for (var job = 0; job < jobs.Count; job++)
            {
                var waitS = Start(jobs);
                onTime += waitS <= Math.Min(jobs.SlackS, patienceS) ? 1 : 0;
                abandoned += waitS > patienceS ? 1 : 0;
            }

            outcomes[i] = new WorkOutcome(onTime, jobs.Count - onTime - abandoned, abandoned);
            takenGpuS += (jobs.Count - abandoned) * jobs.ServiceS;
            takenJ += (jobs.Count - abandoned) * jobs.EnergyJ;
            abandonedGpuS += abandoned * jobs.ServiceS;
        }

        var (busyGpuS, busyJ) = Busy(slotS);
        return new QueueSlot(busyGpuS, busyJ, takenGpuS, takenJ, abandonedGpuS, BacklogGpuS + takenGpuS - busyGpuS);
    }

    /// <summary>Gives a job to the GPU that is free first, unless it would have to wait for too long.</summary>
    /// <returns>How long it waits, s.</returns>
    private double Start(in QueuedWork job)
    {
        var first = 0;
        for (var g = 1; g < gpus; g++)
        {
            if (_triedFreeAtS[g] < _triedFreeAtS[first])
                first = g;
        }

        var beginS = Math.Max(job.OffsetS, _triedFreeAtS[first]);
        if (beginS - job.OffsetS > patienceS)
            return beginS - job.OffsetS;
        _triedFreeAtS[first] = beginS + job.ServiceS;
        _runs.Add((beginS, beginS + job.ServiceS, job.EnergyJ));
        return beginS - job.OffsetS;
    }

    private (double GpuS, double EnergyJ) Busy(double slotS)
    {
        var (busyGpuS, busyJ) = (0.0, 0.0);
        foreach (var (beginS, endS, energyJ) in _runs)
        {
            var insideS = Math.Max(0, Math.Min(endS, slotS) - beginS);
            busyGpuS += insideS;
            busyJ += energyJ * insideS / (endS - beginS);
        }

        return (busyGpuS, busyJ);
    }
}
