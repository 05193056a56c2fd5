namespace ControlPlane.Fleet.Generation;

/// <summary>
/// A slot of a first-in-first-out fluid server: work arrives at a constant rate, the backlog inside the slot is B(u) = max(0, B + (R − G)·u) and the wait B(u)/G. Exact
/// for this model (aigc-energy.md, 2.5).
/// </summary>
/// <param name="BacklogGpuS">B, work left from before, GPU-s, ≥ 0.</param>
/// <param name="ArrivalPerS">R, work that arrives, GPU-s per s, ≥ 0.</param>
/// <param name="Gpus">G, &gt; 0.</param>
/// <param name="SlotS">Length, s, &gt; 0.</param>
public readonly record struct FluidSlot(double BacklogGpuS, double ArrivalPerS, double Gpus, double SlotS)
{
    /// <summary>Work left at the end if none is abandoned, GPU-s.</summary>
    public double EndGpuS => Math.Max(0, BacklogGpuS + (ArrivalPerS - Gpus) * SlotS);

    /// <summary>Work done, GPU-s.</summary>
    public double DoneGpuS => Math.Min(Gpus * SlotS, BacklogGpuS + ArrivalPerS * SlotS);

    /// <summary>The longest wait of any job that arrives in the slot, s.</summary>
    public double MostWaitS => Math.Max(BacklogGpuS, EndGpuS) / Gpus;

    /// <summary>Share of the jobs of the slot that wait no longer than they may.</summary>
    /// <param name="slackS">How long they may wait, s: below 0 they are late even without a wait.</param>
    public double OnTimeShare(double slackS)
    {
        if (slackS <= 0)
            return 0;
        var roomGpuS = slackS * Gpus - BacklogGpuS;
        var growth = (ArrivalPerS - Gpus) * SlotS;
        return growth > 0 ? Math.Clamp(roomGpuS / growth, 0, 1)
            : roomGpuS >= 0 ? 1
            : growth == 0 ? 0
            : Math.Clamp(1 - roomGpuS / growth, 0, 1);
    }

    /// <summary>Work that is abandoned, GPU-s: what has waited longer than anybody does.</summary>
    /// <param name="patienceS">The longest that any job waits, s.</param>
    public double AbandonedGpuS(double patienceS) => Math.Max(0, EndGpuS - Math.Max(Gpus * patienceS, 0));
}
