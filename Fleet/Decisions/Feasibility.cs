using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Decisions;

/// <summary>The feasibility mask: which sites a job may be sent to now. It comes from here, never from a policy.</summary>
public static class Feasibility
{
    /// <summary>Why a job may not be sent to a site now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="site">The site's last report.</param>
    /// <returns><see cref="MaskReason.None"/> when it may.</returns>
    public static MaskReason Check(in Job job, in SiteStatus site)
    {
        if (!job.MayRunAt(site.Site))
            return MaskReason.NotAllowed;
        if (!site.IsUp || site.UpGpus == 0)
            return MaskReason.SiteLost;
        if (site.IsDraining)
            return MaskReason.Draining;
        return site.Accepting ? MaskReason.None : MaskReason.QueueFull;
    }

    /// <summary>The same, and the site must also have a free GPU.</summary>
    /// <param name="job">The job.</param>
    /// <param name="site">The site's last report.</param>
    public static MaskReason CheckFree(in Job job, in SiteStatus site)
    {
        var reason = Check(job, site);
        return reason == MaskReason.None && site.FreeGpus < 1 ? MaskReason.NoFreeGpu : reason;
    }

    /// <summary>Writes the indices of the feasible sites, ascending.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="needsFreeGpu">Whether a site must have a free GPU.</param>
    /// <param name="sites">Receives the indices; at least as long as the fleet has sites.</param>
    /// <returns>How many there are.</returns>
    public static int Collect(in Job job, FleetView view, bool needsFreeGpu, Span<int> sites)
    {
        ArgumentNullException.ThrowIfNull(view);
        var count = 0;
        foreach (ref readonly var status in view.Sites)
        {
            if ((needsFreeGpu ? CheckFree(job, status) : Check(job, status)) == MaskReason.None)
                sites[count++] = status.Site;
        }

        return count;
    }

    /// <summary>Refuses a placement that the mask forbids.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="placement">The placement; not a hold.</param>
    /// <exception cref="InvalidOperationException">The site is masked; the message says why.</exception>
    public static void Require(in Job job, FleetView view, in Placement placement)
    {
        ArgumentNullException.ThrowIfNull(view);
        var reason = Check(job, view.Sites[placement.Site]);
        if (reason != MaskReason.None)
            throw new InvalidOperationException($"Job {job.Id} was placed at {view.Model.Sites[placement.Site].Name}, which is masked: {reason}.");
    }

    /// <summary>Whether some site may ever run the job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="model">The fleet.</param>
    public static bool IsPossible(in Job job, FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        for (var site = 0; site < model.SiteCount; site++)
        {
            if (job.MayRunAt(site))
                return true;
        }

        return false;
    }
}
