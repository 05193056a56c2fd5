using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <summary>A queue as a fluid: for cohorts of many jobs. Work keeps the energy of the clock at which its slot was run, also when it is done later.</summary>
/// <param name="gpus">GPUs, &gt; 0; a share of one counts.</param>
/// <param name="patienceS">The longest that any job waits, s, &gt; 0.</param>
public sealed class FluidQueue(double gpus, double patienceS) : IGenerationQueue
{
    /// <inheritdoc/>
    public double BacklogGpuS { get; private set; }

    /// <inheritdoc/>
    public double BacklogJ { get; private set; }

    /// <inheritdoc/>
    public QueueSlot Preview(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes)
    {
        var (cameGpuS, cameJ) = (0.0, 0.0);
        foreach (ref readonly var jobs in work)
        {
            cameGpuS += jobs.Count * jobs.ServiceS;
            cameJ += jobs.Count * jobs.EnergyJ;
        }

        var slot = new FluidSlot(BacklogGpuS, cameGpuS / slotS, gpus, slotS);
        var abandonedGpuS = Math.Min(cameGpuS, slot.AbandonedGpuS(patienceS));
        var abandonedShare = cameGpuS > 0 ? abandonedGpuS / cameGpuS : 0;
        for (var i = 0; i < work.Length; i++)
            outcomes[i] = Outcome(work[i], slot, abandonedShare);
        var doneGpuS = slot.DoneGpuS;
        return new QueueSlot(
            doneGpuS,
            DoneJ(doneGpuS, cameGpuS, cameJ),
            cameGpuS - abandonedGpuS,
            cameJ * (1 - abandonedShare),
            abandonedGpuS,
            slot.EndGpuS - abandonedGpuS);
    }

    /// <inheritdoc/>
    public QueueSlot Run(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes)
    {
        var slot = Preview(work, slotS, outcomes);
        BacklogGpuS = slot.BacklogGpuS;
        BacklogJ = BacklogGpuS > 0 ? Math.Max(0, BacklogJ + slot.TakenJ - slot.BusyJ) : 0;
        return slot;
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Real(BacklogGpuS);
        writer.Real(BacklogJ);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        (BacklogGpuS, BacklogJ) = (reader.Finite(), reader.Finite());
        if (BacklogGpuS < 0 || BacklogJ < 0)
            throw reader.Damaged($"a backlog of {BacklogGpuS} GPU-s and {BacklogJ} J");
    }

    // Who waits longer than anybody waits is late too, so that the shares cannot overlap but by rounding.
    private static WorkOutcome Outcome(in QueuedWork jobs, in FluidSlot slot, double abandonedShare)
    {
        var onTime = jobs.Count * slot.OnTimeShare(jobs.SlackS);
        var abandoned = Math.Min(jobs.Count * abandonedShare, jobs.Count - onTime);
        return new WorkOutcome(onTime, jobs.Count - onTime - abandoned, abandoned);
    }

    // First in, first out: what is left from before is done first.
    private double DoneJ(double doneGpuS, double cameGpuS, double cameJ)
    {
        var oldGpuS = Math.Min(BacklogGpuS, doneGpuS);
        var oldJ = BacklogGpuS > 0 ? BacklogJ * oldGpuS / BacklogGpuS : 0;
        return oldJ + (cameGpuS > 0 ? cameJ * (doneGpuS - oldGpuS) / cameGpuS : 0);
    }
}
