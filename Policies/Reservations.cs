using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies;

/// <summary>
/// GPUs that a site's report does not know of: those that jobs on their way will take, and, where reports are old, those that arrived jobs have taken and completed ones have left since the last one.
/// </summary>
/// <param name="sites">Sites of the fleet.</param>
internal sealed class Reservations(int sites)
{
    private readonly int[] _gpus = new int[sites];
    private readonly int[] _inTransit = new int[sites];
    private readonly int[] _unseen = new int[sites];

    /// <summary>Free GPUs of a site without those that jobs on their way will take or have taken since its report.</summary>
    public int Free(FleetView view, int site)
    {
        ref readonly var status = ref view.Sites[site];
        return Math.Clamp(status.FreeGpus - _gpus[site] - _unseen[site], 0, status.UpGpus);
    }

    /// <summary>GPUs that arrived jobs ask for beyond those that were free in the site's report: as many wait there unseen.</summary>
    public int Ahead(FleetView view, int site) => Math.Max(0, _unseen[site] - Math.Max(0, view.Sites[site].FreeGpus));

    /// <summary>A job was sent.</summary>
    public void Sent(int site, int gpus) => _gpus[site] += gpus;

    /// <summary>A job is complete, and the site's last report does not know.</summary>
    public void Completed(FleetView view, int site, int gpus, double nowS)
    {
        if (view.Sites[site].ReportedS < nowS)
            _unseen[site] -= gpus;
    }

    /// <summary>
    /// Something changed at a site: jobs that have arrived take their part of what is reserved with them, to where the next report shows them, and when nothing is on its way nothing is reserved.
    /// </summary>
    public void Changed(FleetView view, int site)
    {
        var (before, now, gpus) = (_inTransit[site], view.InTransit[site], _gpus[site]);
        _inTransit[site] = now;
        // Neither sent nor arrived: the site has reported.
        if (now == before)
            _unseen[site] = 0;
        // Which jobs have arrived is not known; rounded up, so that a GPU is rather left free than given twice.
        if (now == 0)
            _gpus[site] = 0;
        else if (now < before)
            _gpus[site] = (int)(((long)gpus * now + before - 1) / before);
        if (now < before)
            _unseen[site] += gpus - _gpus[site];
    }
}
