using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// Which options, site x GPU count, are feasible: a count is masked by what is free at its own site. Where nobody has a free GPU a job may wait at any feasible
/// site for as many as one can have there. Where a plan says how many GPUs each site is to keep busy, a site that does counts as full, unless all with a free GPU do.
/// </summary>
internal sealed class OptionMask : IStatusListener
{
    private readonly PolicyContext _context;
    private readonly Reservations _reservations;
    private readonly int[] _free;
    private readonly PlanCaps? _caps;

    /// <summary>Reserves the memory and follows the view.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="counts">GPU counts 1..counts are told apart.</param>
    /// <param name="caps">How many GPUs each site is to keep busy; null for all.</param>
    public OptionMask(PolicyContext context, int counts, PlanCaps? caps = null)
    {
        (_context, Counts, _caps) = (context, counts, caps);
        (_reservations, _free) = (new(context.Model.SiteCount), new int[context.Model.SiteCount]);
        Feasible = new bool[context.Model.SiteCount * counts];
        context.View.Subscribe(this);
    }

    /// <summary>GPU counts that are told apart.</summary>
    public int Counts { get; }

    /// <summary>Whether an option is feasible: site · counts + GPUs - 1.</summary>
    public bool[] Feasible { get; }

    /// <summary>Free GPUs that are not reserved and that the plan lets be busy, by site.</summary>
    public ReadOnlySpan<int> Free => _free;

    /// <summary>Free GPUs that are not reserved, over all sites that the job may use.</summary>
    public int FreeGpus { get; private set; }

    /// <summary>Whether a feasible site has a free GPU.</summary>
    public bool HasRoom => FreeGpus > 0;

    /// <inheritdoc/>
    public void StatusChanged(int site) => _reservations.Changed(_context.View, site);

    /// <summary>Looks at the fleet.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <returns>Whether some option is feasible.</returns>
    public bool Look(in Job job, FleetView view)
    {
        FreeGpus = 0;
        for (var site = 0; site < _free.Length; site++)
        {
            _free[site] = _reservations.Free(view, site);
            FreeGpus += Feasibility.Check(job, view.Sites[site]) == MaskReason.None ? _free[site] : 0;
        }

        _caps?.Apply(job, view, _free);
        for (var site = 0; site < _free.Length; site++)
        {
            var isFeasible = Feasibility.Check(job, view.Sites[site]) == MaskReason.None;
            var most = !isFeasible ? 0 : Math.Min(HasRoom ? _free[site] : view.Sites[site].UpGpus, _context.Model.Tables[site].MaxGpus);
            for (var gpus = 1; gpus <= Counts; gpus++)
                Feasible[site * Counts + gpus - 1] = gpus <= most;
        }

        return Feasible.Contains(true);
    }

    /// <summary>A job was sent.</summary>
    /// <param name="placement">Where, and what it is to get.</param>
    public void Sent(in Placement placement) => _reservations.Sent(placement.Site, placement.Wanted.Gpus);

    /// <summary>A job is complete.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="gpus">GPUs that it leaves.</param>
    /// <param name="nowS">When, s.</param>
    public void Completed(int site, int gpus, double nowS) => _reservations.Completed(_context.View, site, gpus, nowS);

    /// <summary>How long a job waits at a site without a free GPU: those ahead leave one after the other.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="site">Site index.</param>
    /// <param name="gpuSeconds">GPU-seconds of a mean job there.</param>
    public double WaitS(FleetView view, int site, double gpuSeconds)
    {
        ref readonly var status = ref view.Sites[site];
        return (status.Queued + view.InTransit[site] + _reservations.Ahead(view, site) + 1) * gpuSeconds / Math.Max(1, status.UpGpus);
    }
}
