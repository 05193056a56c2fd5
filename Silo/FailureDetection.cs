namespace ControlPlane.Silo;

/// <summary>How soon a silo that is gone is taken for dead.</summary>
/// <param name="ProbeTimeout">A probe of another silo must be answered within this; also how often one is sent.</param>
/// <param name="MissedProbes">So many probes in a row must be missed before a silo is suspected, 1 to 100.</param>
/// <param name="TableRefresh">How often the membership table is read when nothing says that it has changed.</param>
/// <param name="Heartbeat">How often a silo writes that it is alive. One that has missed three is not waited for by a silo that joins.</param>
/// <param name="LeastReminderPeriod">The shortest period that a reminder may have.</param>
public sealed record FailureDetection(TimeSpan ProbeTimeout, int MissedProbes, TimeSpan TableRefresh, TimeSpan Heartbeat, TimeSpan LeastReminderPeriod)
{
    /// <summary>
    /// Forgives a silo a pause of some seconds, dead within about 15 s. The heartbeat is more frequent than Orleans's 30 s: after the loss of all silos at once the first
    /// one that comes back waits three heartbeats for the others.
    /// </summary>
    public static FailureDetection Safe { get; } = new(
        TimeSpan.FromSeconds(5), 3, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    /// <summary>Dead within a few seconds: for tests and demonstrations. A silo that pauses for two seconds is lost.</summary>
    public static FailureDetection Fast { get; } = new(
        TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
}
