using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies;

/// <summary>
/// How scarce the fleet's GPUs are, by integral control: 0 while every job finds one, rising while more jobs wait than GPUs are free, the faster the more they are, and falling back slowly, since what runs holds its GPUs for long.
/// Reports that are old may show a queue at one site and room at others; that is not scarcity.
/// </summary>
internal sealed class Congestion
{
    private const double Rise = 0.02;
    // Waiting jobs, as a share of the fleet's GPUs, from which on it rises at its fastest.
    private const double WaitingShare = 0.02;
    private const double FallJobs = 2000;
    private const double Floor = 0.2;
    private const double Most = 20;

    /// <summary>What GPU-seconds cost because others wait for them, over the mean cost of the work that they do; 0 while nobody waits.</summary>
    public double Value { get; private set; }

    /// <summary>A job is about to be placed.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="freeGpus">GPUs of the fleet that are free and not reserved.</param>
    public void Look(FleetView view, int freeGpus)
    {
        var (waiting, gpus) = (1, 1);
        foreach (ref readonly var status in view.Sites)
            (waiting, gpus) = (waiting + status.Queued, gpus + status.UpGpus);
        if (waiting > freeGpus)
            Value = Math.Min(Most, Value + Rise * (1 + Value) * Math.Min(1, (waiting - freeGpus) / (WaitingShare * gpus)));
        else if (Value > 0)
            Value = Math.Max(0, Value - (Value + Floor) / FallJobs);
    }
}
