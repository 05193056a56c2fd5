namespace ControlPlane.Grains.Regions;

/// <summary>How the live grains of a region work. The defaults suit production; tests make them faster.</summary>
public sealed class LiveOptions
{
    /// <summary>Period of the reminders that bring a grain back after its silo was lost, ≥ the silo's least period. Shorter than half a lease.</summary>
    public TimeSpan RemindEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an ingress looks for held jobs to place and for leases that are over.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Least time between two reports of a site to the fleet board.</summary>
    public TimeSpan ReportEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest time between two reports of a site to the fleet board: a board that was lost fills again by them.</summary>
    public TimeSpan ReportAtLeastEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Wait before a message that could not be delivered is sent again; doubled at every failure in a row, up to sixteen times.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The most jobs in one message.</summary>
    public int MostPerMessage { get; set; } = 256;

    /// <summary>The most jobs that an ingress has at a time.</summary>
    public int IngressCapacity { get; set; } = 100_000;

    /// <summary>How many ended jobs an ingress remembers: a number submitted again after so many more have ended is a new job.</summary>
    public int JobsRemembered { get; set; } = 10_000;

    /// <summary>How many events an ingress or a site keeps for readers.</summary>
    public int EventsKept { get; set; } = 5_000;

    /// <summary>How often a job may fail at sites before it is given up.</summary>
    public int MostAttempts { get; set; } = 3;
}
