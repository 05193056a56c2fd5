using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Learned;

/// <summary>GPUs that jobs on their way will take: they are free in a site's report, and not free for the next job.</summary>
/// <param name="sites">Sites of the fleet.</param>
internal sealed class Reservations(int sites)
{
    private readonly int[] _gpus = new int[sites];

    /// <summary>Free GPUs of a site without those that jobs on their way will take.</summary>
    public int Free(FleetView view, int site) => Math.Max(0, view.Sites[site].FreeGpus - _gpus[site]);

    /// <summary>A job was sent.</summary>
    public void Sent(int site, int gpus) => _gpus[site] += gpus;

    /// <summary>Something changed at a site: when nothing is on its way there any more, nothing is reserved.</summary>
    public void Changed(FleetView view, int site)
    {
        if (view.InTransit[site] == 0)
            _gpus[site] = 0;
    }
}
