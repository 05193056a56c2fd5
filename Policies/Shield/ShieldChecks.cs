using System.Runtime.CompilerServices;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Shield;

/// <summary>The limits that every decision must keep, whoever takes it. A decision that keeps them costs a few comparisons.</summary>
/// <param name="model">The fleet.</param>
public sealed class ShieldChecks(FleetModel model)
{
    private const int Hold = -1;

    private readonly (int MaxGpus, int Levels)[] _limits = [.. (model ?? throw new ArgumentNullException(nameof(model))).Tables.Select(t => (t.MaxGpus, t.Levels))];

    /// <summary>
    /// Whether a placement keeps the limits: an accepting site that the job may use, at most as many GPUs as one job may have there and a clock level that
    /// exists. More GPUs than are free are no fault, the rule at the site sees to that when the job starts; no GPUs leave the allocation to that rule.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="placement">The placement; to hold the job is always allowed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(in Job job, FleetView view, in Placement placement)
    {
        ArgumentNullException.ThrowIfNull(view);
        var sites = view.Sites;
        var site = placement.Site;
        if ((uint)site >= (uint)sites.Length)
            return site == Hold;
        return Feasibility.Check(job, sites[site]) == MaskReason.None && Fits(site, placement.Wanted, _limits[site].MaxGpus);
    }

    /// <summary>Whether an allocation keeps the limits: GPUs that are free, no more than one job may have, and a clock level that exists.</summary>
    /// <param name="site">The site's own, fresh status.</param>
    /// <param name="allocation">The allocation; no GPUs let the job wait, which is always allowed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(in SiteStatus site, in Allocation allocation) =>
        allocation.Gpus == 0 || Fits(site.Site, allocation, Math.Min(site.FreeGpus, _limits[site.Site].MaxGpus));

    /// <summary>Says which limit a placement breaks.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="placement">The placement.</param>
    public Refusal Check(in Job job, FleetView view, in Placement placement)
    {
        if (Keeps(job, view, placement))
            return default;
        var sites = view.Sites;
        if ((uint)placement.Site >= (uint)sites.Length)
            return new Refusal(ShieldReason.InfeasibleSite, Detail: $"there is no site {placement.Site}, only 0 to {sites.Length - 1}");
        var mask = Feasibility.Check(job, sites[placement.Site]);
        return mask == MaskReason.None
            ? DoesNotFit(placement.Site, placement.Wanted, _limits[placement.Site].MaxGpus)
            : new Refusal(ShieldReason.InfeasibleSite, mask);
    }

    /// <summary>Says which limit an allocation breaks.</summary>
    /// <param name="site">The site's own, fresh status.</param>
    /// <param name="allocation">The allocation.</param>
    public Refusal Check(in SiteStatus site, in Allocation allocation) =>
        Keeps(site, allocation) ? default : DoesNotFit(site.Site, allocation, Math.Min(site.FreeGpus, _limits[site.Site].MaxGpus));

    private bool Fits(int site, in Allocation allocation, int mostGpus) =>
        allocation.Gpus >= 0 && allocation.Gpus <= mostGpus && (uint)allocation.ClockLevel < (uint)_limits[site].Levels;

    private Refusal DoesNotFit(int site, in Allocation allocation, int mostGpus) =>
        new(
            ShieldReason.InfeasibleAllocation,
            Detail: $"{allocation.Gpus} GPUs at clock level {allocation.ClockLevel} is outside 0 to {mostGpus} GPUs and levels 0 to {_limits[site].Levels - 1}");
}
