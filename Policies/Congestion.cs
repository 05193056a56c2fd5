using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies;

/// <summary>
/// How scarce the fleet's GPUs are, by integral control: 0 while every job finds one, rising while more jobs wait than GPUs are free, and falling back slowly, since what runs holds its GPUs for long. Reports that are old may show a
/// queue at one site and room at others; that is not scarcity.
/// </summary>
internal sealed class Congestion
{
    private const double Rise = 0.02;
    private const double FallJobs = 2000;
    private const double Floor = 0.2;
    private const double Most = 1000;

    /// <summary>What GPU-seconds cost because others wait for them, over the mean cost of the work that they do; 0 while nobody waits.</summary>
    public double Value { get; private set; }

    /// <summary>A job is about to be placed.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="freeGpus">GPUs of the fleet that are free and not reserved.</param>
    public void Look(FleetView view, int freeGpus)
    {
        var waiting = 1;
        foreach (ref readonly var status in view.Sites)
            waiting += status.Queued;
        if (waiting > freeGpus)
            Value = Math.Min(Most, Value + Rise * (1 + Value));
        else if (Value > 0)
            Value = Math.Max(0, Value - (Value + Floor) / FallJobs);
    }
}
