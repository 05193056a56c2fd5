using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies;

/// <summary>GPUs that jobs on their way will take: they are free in a site's report, and not free for the next job.</summary>
/// <param name="sites">Sites of the fleet.</param>
internal sealed class Reservations(int sites)
{
    private readonly int[] _gpus = new int[sites];
    private readonly int[] _inTransit = new int[sites];

    /// <summary>Free GPUs of a site without those that jobs on their way will take.</summary>
    public int Free(FleetView view, int site) => Math.Max(0, view.Sites[site].FreeGpus - _gpus[site]);

    /// <summary>A job was sent.</summary>
    public void Sent(int site, int gpus) => _gpus[site] += gpus;

    /// <summary>
    /// Something changed at a site: jobs that have arrived take their part of what is reserved with them, and when nothing is on its way nothing is reserved.
    /// </summary>
    public void Changed(FleetView view, int site)
    {
        var (before, now) = (_inTransit[site], view.InTransit[site]);
        _inTransit[site] = now;
        // Which jobs have arrived is not known; rounded up, so that a GPU is rather left free than given twice.
        if (now == 0)
            _gpus[site] = 0;
        else if (now < before)
            _gpus[site] = (int)(((long)_gpus[site] * now + before - 1) / before);
    }
}
