using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Ledger;

/// <summary>
/// The job account: every submitted job is in exactly one phase, so that at every moment submitted = held + transferring + queued +
/// running + completed + rejected + cancelled.
/// </summary>
public sealed class JobLedger
{
    private readonly long[] _counts = new long[Enum.GetValues<JobPhase>().Length];

    /// <summary>Jobs ever submitted.</summary>
    public long Submitted { get; private set; }

    /// <summary>Jobs in a phase now.</summary>
    /// <param name="phase">The phase.</param>
    public long this[JobPhase phase] => _counts[(int)phase];

    /// <summary>A job enters.</summary>
    /// <param name="phase">Its first phase: held, or rejected at once.</param>
    public void Enter(JobPhase phase)
    {
        Submitted++;
        _counts[(int)phase]++;
    }

    /// <summary>A job goes from one phase to another.</summary>
    /// <param name="from">Phase it leaves.</param>
    /// <param name="to">Phase it enters.</param>
    /// <exception cref="InvalidOperationException">Nobody is in the phase it leaves.</exception>
    public void Move(JobPhase from, JobPhase to)
    {
        if (--_counts[(int)from] < 0)
            throw new InvalidOperationException($"The job ledger does not close: no job is {from}.");
        _counts[(int)to]++;
    }

    /// <summary>The account as it stands.</summary>
    public JobCounts Snapshot() => new(
        Submitted,
        this[JobPhase.Held],
        this[JobPhase.Transferring],
        this[JobPhase.Queued],
        this[JobPhase.Running],
        this[JobPhase.Completed],
        this[JobPhase.Rejected],
        this[JobPhase.Cancelled]);
}
