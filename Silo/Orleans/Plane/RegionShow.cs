using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>What grains know, as the port shows it.</summary>
internal static class RegionShow
{
    private const double JoulesPerKwh = 3.6e6;

    /// <summary>Index of a site; -1 when there is none of that name.</summary>
    public static int SiteIndex(this Region region, string name)
    {
        for (var site = 0; site < region.Model.SiteCount; site++)
        {
            if (region.Model.Sites[site].Name == name)
                return site;
        }

        return -1;
    }

    /// <summary>Shows a job.</summary>
    /// <param name="job">What its home knows.</param>
    /// <param name="region">The region.</param>
    /// <param name="at">What its site knows; null when it has none, or has left it.</param>
    public static JobView Show(this RegionJob job, Region region, RegionRun? at)
    {
        var run = at is { Gpus: > 0 } ? at : null;
        var state = job.IsPlaced && run is not null ? JobState.Running : job.State;
        if (job.IsCancelled && double.IsNaN(job.EndedS))
            state = JobState.Cancelling;
        var gpus = run?.Gpus ?? job.Gpus;
        var startedS = run?.StartedS ?? job.StartedS;
        return new JobView(
            job.Submission,
            state,
            job.Site < 0 ? null : region.Model.Sites[job.Site].Name,
            gpus,
            gpus == 0 ? 0 : region.Model.Sites[job.Site].Clocks[run?.ClockLevel ?? job.ClockLevel],
            run?.RemainingUnits ?? (state == JobState.Completed ? 0 : job.Submission.SizeUnits),
            run?.Attempts ?? job.Attempts,
            region.Clock.At(job.SubmittedS),
            double.IsNaN(startedS) ? null : region.Clock.At(startedS),
            double.IsNaN(job.EndedS) ? null : region.Clock.At(job.EndedS),
            job.EnergyJ + (run?.EnergyJ ?? 0),
            Version(job, run));
    }

    /// <summary>Shows a site.</summary>
    public static SiteView Show(this RegionSite site, Region region)
    {
        var (spec, status) = (region.Model.Sites[site.Status.Site], site.Status);
        return new SiteView(
            spec.Name,
            spec.Gpu.Name,
            spec.GpuCount,
            spec.GpuCount,
            status.UpGpus,
            status.FreeGpus,
            status.Running,
            status.Queued,
            status.IsDraining,
            site.IsConnected,
            site.Agent,
            double.IsNaN(site.LastBeatS) ? null : region.Clock.At(site.LastBeatS),
            status.PowerW,
            site.EnergyJ / JoulesPerKwh,
            site.Finished,
            site.Version);
    }

    // Its home does not know whether it runs: what its site says of that comes between two versions of its home. A run has a greater number than the wait before it.
    private static long Version(RegionJob job, RegionRun? run) => (job.Version << 16) + (run is { } live ? Math.Min(2 * live.Attempts, 0xFFFF) : job.IsPlaced ? 1 : 0);
}
