using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Planned;

/// <summary>
/// Holds sites to the GPUs that a plan lets them keep busy: one that does counts as full. Where all that a job may use and that have a free GPU do, the one that is least above its cap, for its size,
/// takes the job: a plan guides, it does not make jobs wait.
/// </summary>
/// <param name="sites">Sites of the fleet.</param>
internal sealed class PlanCaps(int sites)
{
    private readonly bool[] _isCapped = new bool[sites];

    /// <summary>The most GPUs to keep busy, by site.</summary>
    public double[] MostGpus { get; } = NoCaps(sites);

    /// <summary>The site that the last job was let in above its cap; -1 for none.</summary>
    public int Exceeded { get; private set; } = -1;

    /// <summary>Whether the plan kept the last job from a site that has a free GPU.</summary>
    /// <param name="site">Site index.</param>
    public bool Keeps(int site) => _isCapped[site];

    /// <summary>Takes away what sites may not use.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="free">Free GPUs that are not reserved, by site; changed.</param>
    public void Apply(in Job job, FleetView view, Span<int> free)
    {
        Exceeded = -1;
        var hasRoom = false;
        var (least, leastShare, leastFree) = (-1, double.PositiveInfinity, 0);
        for (var site = 0; site < free.Length; site++)
        {
            _isCapped[site] = false;
            ref readonly var status = ref view.Sites[site];
            if (free[site] < 1 || Feasibility.Check(job, status) != MaskReason.None)
                continue;
            var busy = status.UpGpus - free[site];
            var left = Math.Floor(MostGpus[site] - busy);
            hasRoom |= left >= 1;
            _isCapped[site] = left < 1;
            var share = (busy - MostGpus[site]) / status.UpGpus;
            if (left < 1 && share < leastShare)
                (least, leastShare, leastFree) = (site, share, free[site]);
            free[site] = (int)Math.Clamp(left, 0, free[site]);
        }

        if (hasRoom || least < 0)
            return;
        (free[least], Exceeded, _isCapped[least]) = (leastFree, least, false);
    }

    private static double[] NoCaps(int sites)
    {
        var caps = new double[sites];
        Array.Fill(caps, double.PositiveInfinity);
        return caps;
    }
}
