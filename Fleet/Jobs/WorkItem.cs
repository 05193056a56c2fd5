using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Fleet.Jobs;

/// <summary>A job that is not running: what is left of it and what was decided for it.</summary>
/// <param name="Job">The job as submitted.</param>
/// <param name="RemainingUnits">Work left, in units; less than the size after a checkpoint.</param>
/// <param name="Wanted">The allocation that the placement decision asked for.</param>
/// <param name="Attempts">How often the job was started before.</param>
/// <param name="WaitedS">Seconds waited at ingresses and in queues so far.</param>
/// <param name="WanS">Seconds spent in transfer so far.</param>
/// <param name="RanS">Seconds run so far in earlier attempts, lost work included.</param>
/// <param name="SinceS">When the present wait began.</param>
public readonly record struct WorkItem(
    Job Job,
    double RemainingUnits,
    Allocation Wanted,
    int Attempts,
    double WaitedS,
    double WanS,
    double RanS,
    double SinceS)
{
    /// <summary>A job that has just been submitted.</summary>
    /// <param name="job">The job.</param>
    public static WorkItem Submitted(in Job job) => new(job, job.SizeUnits, default, 0, 0, 0, 0, job.SubmittedS);

    /// <summary>The same item after the wait that ends now.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public WorkItem EndWait(double nowS) => this with { WaitedS = WaitedS + (nowS - SinceS), SinceS = nowS };

    /// <summary>The same item after the transfer that ends now.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public WorkItem EndTransfer(double nowS) => this with { WanS = WanS + (nowS - SinceS), SinceS = nowS };
}
