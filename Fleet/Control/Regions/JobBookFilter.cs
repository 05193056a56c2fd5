namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Which jobs of a book to list: those that can match a <see cref="JobFilter"/>, as far as their home can tell.</summary>
/// <param name="States">The states; empty for all. Whether a job at a site runs, its home cannot tell: queued and running are one.</param>
/// <param name="Site">Site index; -1 for all.</param>
/// <param name="Tenant">The tenant; null for all.</param>
/// <param name="Before">The last job of the page before: older ones only.</param>
/// <param name="Most">The most jobs.</param>
public sealed record JobBookFilter(IReadOnlyList<JobState> States, int Site, string? Tenant, JobKey Before, int Most)
{
    /// <summary>Whether a job can match.</summary>
    /// <param name="job">The job.</param>
    public bool Allows(RegionJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return JobKey.Of(job) < Before && (Site < 0 || Site == job.Site) && (Tenant is null || Tenant == JobBook.Tenant(job.Submission)) && (States.Count == 0 || States.Any(s => Allows(job, s)));
    }

    private static bool Allows(RegionJob job, JobState wanted) => wanted switch
    {
        JobState.Cancelling => job.IsCancelled && double.IsNaN(job.EndedS),
        JobState.Running => job.IsPlaced,
        _ => job.State == wanted,
    };
}
